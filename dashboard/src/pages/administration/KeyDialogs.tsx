import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Dialog, DialogActions } from '../../card/Dialog.tsx';
import { Told } from '../../card/Told.tsx';
import type { KeyLineFragment as Key, KeyScope, NewApiKeyInput } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { createKeyMutation, revokeKeyMutation } from './queries.ts';
import { isWhole, noRights, scopeOf } from './rights.ts';
import { RightsFields } from './RightsFields.tsx';
import { Secret } from './Secret.tsx';

const scopeNames: readonly KeyScope[] = ['FIGURES', 'ROWS', 'OPERATE', 'INTROSPECT'];
const isDays = (text: string): boolean => text.trim() === '' || /^[1-9]\d{0,3}$/.test(text.trim());

export function NewKeyDialog({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const make = useOperation(
    async (input: NewApiKeyInput) => (await request(createKeyMutation, { input })).createApiKey,
  );
  const secret = make.done?.secret;
  return (
    <Dialog title={t('administration.newKeyTitle')} why={t('administration.newKeyWhy')} onClose={onClose}>
      {secret ? (
        <form onSubmit={onClose}>
          <Secret value={secret} note={t('administration.keyMade')} />
          <DialogActions>
            <Button variant="filled" onClick={onClose}>
              {t('administration.done')}
            </Button>
          </DialogActions>
        </form>
      ) : (
        <NewKeyForm make={make} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface NewKeyFormProps {
  make: Parameters<typeof Told>[0]['operation'] & { busy: boolean; run(input: NewApiKeyInput): void };
  onClose(): void;
}

function NewKeyForm({ make, onClose }: NewKeyFormProps) {
  const { t } = useText();
  const [label, setLabel] = useState('');
  const [rights, setRights] = useState(noRights);
  const [scopes, setScopes] = useState<readonly KeyScope[]>([]);
  const [days, setDays] = useState('90');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.run({
      label: label.trim(),
      role: rights.role,
      scope: scopeOf(rights),
      scopes: scopes.length === 0 ? null : [...scopes],
      expiresInDays: days.trim() === '' ? null : Number(days),
    });
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        data-autofocus
        label={t('administration.label')}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <RightsFields rights={rights} onChange={setRights} />
      <ScopeChoice scopes={scopes} onChange={setScopes} />
      <TextInput
        label={t('administration.days')}
        inputMode="numeric"
        value={days}
        error={!isDays(days)}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
      <Told operation={make} />
      <DialogActions>
        <Button onClick={onClose}>{t('administration.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          disabled={label.trim() === '' || !isWhole(rights) || !isDays(days)}
          loading={make.busy}
        >
          {t('administration.create')}
        </Button>
      </DialogActions>
    </form>
  );
}

function ScopeChoice({ scopes, onChange }: { scopes: readonly KeyScope[]; onChange(scopes: KeyScope[]): void }) {
  const { t } = useText();
  return (
    <div className={classes.field} role="group" aria-label={t('administration.mayUse')}>
      {t('administration.mayUse')}
      <div className={classes.checks}>
        {scopeNames.map((scope) => (
          <Checkbox
            key={scope}
            size="xs"
            label={t(`administration.scopes.${scope}`)}
            checked={scopes.includes(scope)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...scopes, scope] : scopes.filter((each) => each !== scope))
            }
          />
        ))}
      </div>
      {scopes.length === 0 ? <small>{t('administration.all')}</small> : null}
    </div>
  );
}

export function RevokeDialog({ chosen, onClose }: { chosen: Key; onClose(): void }) {
  const { t } = useText();
  const { label, prefix } = chosen;
  const revoke = useOperation(async () => (await request(revokeKeyMutation, { prefix })).revokeApiKey, {
    onDone: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    revoke.run(undefined);
  };
  return (
    <Dialog
      title={t('administration.revokeTitle', { label })}
      why={t('administration.revokeWhy', { prefix })}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <Told operation={revoke} />
        <DialogActions>
          <Button onClick={onClose}>{t('administration.cancel')}</Button>
          <Button type="submit" variant="filled" loading={revoke.busy}>
            {t('administration.revokeDo')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
