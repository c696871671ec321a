import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Dialog, DialogActions } from '../../card/Dialog.tsx';
import { Told } from '../../card/Told.tsx';
import type { UserLineFragment as User } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { changeUserMutation, createUserMutation, linkMutation } from './queries.ts';
import { isWhole, noRights, scopeOf, type Rights } from './rights.ts';
import { RightsFields } from './RightsFields.tsx';
import { Secret } from './Secret.tsx';

/** What is about to be done, and to whom. */
export type UserWork = { kind: 'create' } | { kind: 'change' | 'disable' | 'enable' | 'link'; user: User };

export function UserDialog({ work, onClose }: { work: UserWork; onClose(): void }) {
  if (work.kind === 'create') return <CreateDialog onClose={onClose} />;
  if (work.kind === 'change') return <ChangeDialog user={work.user} onClose={onClose} />;
  if (work.kind === 'link') return <LinkDialog user={work.user} onClose={onClose} />;
  return <AbleDialog user={work.user} disabled={work.kind === 'disable'} onClose={onClose} />;
}

interface FormProps {
  operation: Parameters<typeof Told>[0]['operation'] & { busy: boolean };
  ready?: boolean;
  does: string;
  onClose(): void;
  onSubmit(): void;
  children?: ReactNode;
}

/** Fields, what was refused, and the two ways out. */
function WorkForm({ operation, ready = true, does, onClose, onSubmit, children }: FormProps) {
  const { t } = useText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit}>
      {children}
      <Told operation={operation} />
      <DialogActions>
        <Button onClick={onClose}>{t('administration.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={!ready} loading={operation.busy}>
          {does}
        </Button>
      </DialogActions>
    </form>
  );
}

function CreateDialog({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const [name, setName] = useState('');
  const [rights, setRights] = useState(noRights);
  const create = useOperation(
    async () =>
      (await request(createUserMutation, { name: name.trim(), role: rights.role, scope: scopeOf(rights) })).createUser,
    { onDone: onClose },
  );
  return (
    <Dialog title={t('administration.newUserTitle')} why={t('administration.newUserWhy')} onClose={onClose}>
      <WorkForm
        operation={create}
        ready={name.trim() !== '' && isWhole(rights)}
        does={t('administration.create')}
        onClose={onClose}
        onSubmit={() => create.run(undefined)}
      >
        <TextInput
          data-autofocus
          label={t('administration.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <RightsFields rights={rights} onChange={setRights} />
      </WorkForm>
    </Dialog>
  );
}

const rightsOf = ({ role, scope }: User): Rights => ({
  role,
  dimension: scope?.dimension ?? 'CARRIER',
  codes: scope?.values.join(', ') ?? '',
});

function ChangeDialog({ user, onClose }: { user: User; onClose(): void }) {
  const { t } = useText();
  const [rights, setRights] = useState(() => rightsOf(user));
  const change = useOperation(
    async () =>
      (await request(changeUserMutation, { name: user.name, role: rights.role, scope: scopeOf(rights) })).changeUser,
    { onDone: onClose },
  );
  return (
    <Dialog
      title={t('administration.changeTitle', { name: user.name })}
      why={t('administration.changeWhy')}
      onClose={onClose}
    >
      <WorkForm
        operation={change}
        ready={isWhole(rights)}
        does={t('administration.save')}
        onClose={onClose}
        onSubmit={() => change.run(undefined)}
      >
        <RightsFields rights={rights} onChange={setRights} />
      </WorkForm>
    </Dialog>
  );
}

function AbleDialog({ user, disabled, onClose }: { user: User; disabled: boolean; onClose(): void }) {
  const { t } = useText();
  const kind = disabled ? 'disable' : 'enable';
  const change = useOperation(
    async () => (await request(changeUserMutation, { name: user.name, disabled })).changeUser,
    { onDone: onClose },
  );
  return (
    <Dialog
      title={t(`administration.${kind}Title`, { name: user.name })}
      why={t(`administration.${kind}Why`)}
      onClose={onClose}
    >
      <WorkForm
        operation={change}
        does={t(`administration.${kind}Do`)}
        onClose={onClose}
        onSubmit={() => change.run(undefined)}
      />
    </Dialog>
  );
}

function LinkDialog({ user, onClose }: { user: User; onClose(): void }) {
  const { t } = useText();
  const make = useOperation(async () => (await request(linkMutation, { user: user.name })).createSignInLink);
  const path = make.done?.path;
  return (
    <Dialog
      title={t('administration.linkTitle', { name: user.name })}
      why={t('administration.linkWhy', { name: user.name })}
      onClose={onClose}
    >
      {path ? (
        <form onSubmit={onClose}>
          <Secret value={new URL(path, window.location.origin).href} note={t('administration.linkMade')} />
          <DialogActions>
            <Button variant="filled" onClick={onClose}>
              {t('administration.done')}
            </Button>
          </DialogActions>
        </form>
      ) : (
        <WorkForm
          operation={make}
          does={t('administration.linkDo')}
          onClose={onClose}
          onSubmit={() => make.run(undefined)}
        />
      )}
    </Dialog>
  );
}
