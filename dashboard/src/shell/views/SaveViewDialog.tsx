import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Dialog } from '../../card/Dialog.tsx';
import { Told } from '../../card/Told.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import type { Role } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { deleteViewMutation, saveViewMutation, setHomeMutation, type SavedView } from './queries.ts';
import { keptOf } from './view-address.ts';
import classes from './ViewsMenu.module.css';

interface DialogProps {
  /** The one that is changed; undefined: the page one is on is kept as a new one. */
  of: SavedView | undefined;
  onClose(): void;
}

const roles = ['EXECUTIVE', 'ANALYST', 'LEAD', 'STEWARD', 'OPERATOR'] as const satisfies readonly Role[];

export default function SaveViewDialog({ of, onClose }: DialogProps) {
  const { t } = useText();
  const { viewer } = useShop();
  return (
    <Dialog title={of ? of.name : t('views.saveThis')} why={of ? undefined : t('views.saveWhy')} onClose={onClose}>
      {of === undefined || of.mine ? <SaveForm of={of} onClose={onClose} /> : null}
      {of && viewer.role === 'OPERATOR' ? <Beginnings view={of} /> : null}
      {of && !of.mine ? <Button onClick={onClose}>{t('views.close')}</Button> : null}
    </Dialog>
  );
}

function SaveForm({ of, onClose }: DialogProps) {
  const { t } = useText();
  const [name, setName] = useState(of?.name ?? '');
  const [shared, setShared] = useState<Role[]>(of?.sharedWith ?? []);
  const [here, setHere] = useState(of === undefined);
  const saving = useOperation(
    async () => {
      const { pathname: path, search } = window.location;
      const place = here ? { path, search: keptOf(search) } : { path: of?.path ?? '/', search: of?.search ?? '' };
      const input = { ...place, name, sharedWith: shared, ...(of ? { id: of.id, version: of.version } : {}) };
      return (await request(saveViewMutation, { input })).saveView;
    },
    { onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.run(undefined);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label={t('views.name')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {of ? (
        <Checkbox
          label={t('views.moveHere')}
          checked={here}
          onChange={(event) => setHere(event.currentTarget.checked)}
        />
      ) : null}
      <fieldset>
        <legend>{t('views.shareWith')}</legend>
        {roles.map((role) => (
          <Checkbox
            key={role}
            label={t(`views.role${role}`)}
            checked={shared.includes(role)}
            onChange={(event) =>
              setShared(roles.filter((each) => (each === role ? event.currentTarget.checked : shared.includes(each))))
            }
          />
        ))}
      </fieldset>
      <Told operation={saving} />
      <div className={classes.line}>
        <Button type="submit" variant="filled" loading={saving.busy} disabled={name.trim() === ''}>
          {t('views.save')}
        </Button>
        <Button onClick={onClose}>{t('views.close')}</Button>
        {of ? <Delete view={of} onClose={onClose} /> : null}
      </div>
    </form>
  );
}

function Delete({ view: { id, version }, onClose }: { view: SavedView; onClose(): void }) {
  const { t } = useText();
  const [sure, setSure] = useState(false);
  const deleting = useOperation(async () => (await request(deleteViewMutation, { id, version })).deleteSavedView, {
    onDone: onClose,
  });
  return (
    <>
      <Button variant="subtle" loading={deleting.busy} onClick={() => (sure ? deleting.run(undefined) : setSure(true))}>
        {t(sure ? 'views.deleteSure' : 'views.delete')}
      </Button>
      <Told operation={deleting} />
    </>
  );
}

/** Of the roles that can open it, those that begin with it. */
function Beginnings({ view }: { view: SavedView }) {
  const { t } = useText();
  const [homes, setHomes] = useState<readonly Role[]>(view.homeOf);
  const setting = useOperation(
    async ({ role, on }: { role: Role; on: boolean }) =>
      (await request(setHomeMutation, { role, viewId: on ? view.id : null })).setHomeView,
  );
  const toggle = (role: Role, on: boolean) => {
    setHomes(on ? [...homes, role] : homes.filter((each) => each !== role));
    setting.run({ role, on });
  };
  return (
    <div className={classes.form}>
      <fieldset>
        <legend>{t('views.begins')}</legend>
        {view.sharedWith.map((role) => (
          <Checkbox
            key={role}
            label={t(`views.role${role}`)}
            checked={homes.includes(role)}
            onChange={(event) => toggle(role, event.currentTarget.checked)}
          />
        ))}
        <p className={classes.note}>{t(view.sharedWith.length > 0 ? 'views.beginsNote' : 'views.beginsNone')}</p>
      </fieldset>
      <Told operation={setting} />
    </div>
  );
}
