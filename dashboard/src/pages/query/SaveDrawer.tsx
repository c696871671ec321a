import { Button, Checkbox, Drawer, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Told } from '../../card/Told.tsx';
import { useText } from '../../i18n/index.ts';
import classes from './Drawers.module.css';
import { deleteMutation, type SavedQuery } from './queries.ts';
import { keep, sharers, type Wish } from './saving.ts';

interface SaveProps {
  query: string;
  variables: string;
  /** The one that is open; one of somebody else's is saved as one's own. */
  saved: SavedQuery | undefined;
  onClose(): void;
}

export function SaveDrawer({ query, variables, saved, onClose }: SaveProps) {
  const { t } = useText();
  const own = saved?.mine ? saved : undefined;
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t(own ? 'query.saveTitle' : 'query.saveNew')}
      closeButtonProps={{ 'aria-label': t('query.close') }}
    >
      <SaveForm document={query} variables={variables} saved={saved} own={own} onClose={onClose} />
    </Drawer>
  );
}

interface FormProps {
  document: string;
  variables: string;
  saved: SavedQuery | undefined;
  own: SavedQuery | undefined;
  onClose(): void;
}

function SaveForm({ document, variables, saved, own, onClose }: FormProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const [name, setName] = useState(saved?.name ?? '');
  const [description, setDescription] = useState(saved?.description ?? '');
  const [roles, setRoles] = useState(sharers.filter((role) => own?.sharedWith.includes(role)));
  const saving = useOperation(keep, {
    onDone: ({ query }) => {
      onClose();
      if (query) void navigate({ to: '/query', search: { saved: query.id } });
    },
  });
  const wish: Omit<Wish, 'of'> = { name, description, document, variables, roles };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.run({ ...wish, of: own });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        data-autofocus
        label={t('query.name')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('query.description')}
        maxLength={1000}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Sharing roles={roles} onChange={setRoles} />
      <Told operation={saving} />
      <div className={classes.line}>
        <Button type="submit" variant="filled" loading={saving.busy} disabled={name.trim() === ''}>
          {t('query.saveDo')}
        </Button>
        {own && name.trim() !== own.name ? (
          <Button disabled={saving.busy} onClick={() => saving.run({ ...wish, of: undefined })}>
            {t('query.saveAs')}
          </Button>
        ) : null}
        {own ? <Delete query={own} onClose={onClose} /> : null}
      </div>
    </form>
  );
}

type Roles = Wish['roles'];

function Sharing({ roles, onChange }: { roles: Roles; onChange(roles: (typeof sharers)[number][]): void }) {
  const { t } = useText();
  return (
    <fieldset className={classes.sharing}>
      <legend>{t('query.share')}</legend>
      {sharers.map((role) => (
        <Checkbox
          key={role}
          label={t(`query.role${role}`)}
          checked={roles.includes(role)}
          onChange={(event) =>
            onChange(sharers.filter((each) => (each === role ? event.currentTarget.checked : roles.includes(each))))
          }
        />
      ))}
      <p className={classes.note}>{t('query.shareNote')}</p>
    </fieldset>
  );
}

function Delete({ query: { id, version }, onClose }: { query: SavedQuery; onClose(): void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const deleting = useOperation(async () => (await request(deleteMutation, { id, version })).deleteSavedQuery, {
    onDone: () => {
      onClose();
      void navigate({ to: '/query' });
    },
  });
  return (
    <>
      <Button variant="subtle" loading={deleting.busy} onClick={() => (sure ? deleting.run(undefined) : setSure(true))}>
        {t(sure ? 'query.deleteSure' : 'query.delete')}
      </Button>
      <Told operation={deleting} />
    </>
  );
}
