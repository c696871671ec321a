import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Dialog, DialogActions } from '../../card/Dialog.tsx';
import { Told } from '../../card/Told.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useText } from '../../i18n/index.ts';
import { openMutation } from './queries.ts';

const usual = { customers: 20, owner: '', dueInDays: 7, holdOutPercent: 20 };

/** How many, who, by when; the lot decides who is left alone. */
export function TakeInHand({ total, onClose }: { total: number; onClose(): void }) {
  const { shop } = useFilters();
  const { t } = useText();
  const [asked, setAsked] = useState({ ...usual, customers: Math.min(usual.customers, total) });
  const open = useOperation(
    async () => {
      const { holdOutPercent, owner, ...input } = asked;
      const whole = { ...input, shop, owner: owner.trim() || null, holdOutShare: holdOutPercent / 100 };
      return (await request(openMutation, { input: whole })).openRecovery;
    },
    { onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.run(undefined);
  };
  const number = (key: 'customers' | 'dueInDays' | 'holdOutPercent', focus = false) => (
    <TextInput
      type="number"
      data-autofocus={focus || undefined}
      label={t(`recovery.ask_${key}`)}
      value={String(asked[key])}
      onChange={(event) => setAsked({ ...asked, [key]: Number(event.currentTarget.value) })}
    />
  );
  return (
    <Dialog title={t('recovery.takeTitle')} why={t('recovery.takeWhy')} onClose={onClose}>
      <form onSubmit={submit}>
        {number('customers', true)}
        <TextInput
          label={t('recovery.owner')}
          value={asked.owner}
          onChange={(event) => setAsked({ ...asked, owner: event.currentTarget.value })}
        />
        {number('dueInDays')}
        {number('holdOutPercent')}
        <Told operation={open} />
        <DialogActions>
          <Button onClick={onClose}>{t('recovery.cancel')}</Button>
          <Button type="submit" variant="filled" loading={open.busy}>
            {t('recovery.take')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
