import { Button, Textarea } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';

import { request } from '../api/graphql.ts';
import { useOperation } from '../api/use-operation.ts';
import { Dialog, DialogActions } from '../card/Dialog.tsx';
import { Told } from '../card/Told.tsx';
import { useShop } from '../filters/shop-context.tsx';
import { useFormat } from '../format/index.ts';
import type { RevealContactsMutation, RevealInput } from '../gql/graphql.ts';
import { useText } from '../i18n/index.ts';
import classes from './Reveal.module.css';
import { revealMutation } from './queries.ts';

type Revealed = RevealContactsMutation['revealContacts'];
/** Whose contacts: a customer's, or those of the customer of a case. */
type Whose = Pick<RevealInput, 'customer' | 'serviceCase'>;

/** Nobody leaves a page open for long with what it shows. */
const SHOWN_MS = 120_000;

/** For stewards: asks why, then shows the contacts on this page alone. They are kept in no cache and are gone with the page, or after two minutes. */
export function Reveal({ whose }: { whose: Whose }) {
  const { t } = useText();
  const { viewer } = useShop();
  const [asks, setAsks] = useState(false);
  const [revealed, setRevealed] = useState<Revealed>();
  useEffect(() => {
    if (!revealed) return undefined;
    const hide = () => setRevealed(undefined);
    const later = setTimeout(hide, SHOWN_MS);
    window.addEventListener('pagehide', hide);
    return () => {
      clearTimeout(later);
      window.removeEventListener('pagehide', hide);
    };
  }, [revealed]);
  if (viewer.role !== 'STEWARD') return null;
  return (
    <div className={classes.reveal}>
      {revealed ? (
        <Contacts revealed={revealed} onHide={() => setRevealed(undefined)} />
      ) : (
        <Button onClick={() => setAsks(true)}>{t('reveal.ask')}</Button>
      )}
      {asks ? (
        <AskWhy
          whose={whose}
          onClose={() => setAsks(false)}
          onRevealed={(found) => {
            setAsks(false);
            setRevealed(found);
          }}
        />
      ) : null}
    </div>
  );
}

function Contacts({ revealed, onHide }: { revealed: Revealed; onHide(): void }) {
  const { t } = useText();
  const format = useFormat();
  return (
    <>
      <dl className={classes.contacts} data-testid="revealed">
        {revealed.contacts.map(({ field, value, customerId }) => (
          <div key={`${customerId} ${field}`}>
            <dt>{t(`reveal.${field}`)}</dt>
            <dd translate="no">{value ?? t('reveal.unreadable')}</dd>
          </div>
        ))}
      </dl>
      {revealed.contacts.length === 0 ? <p>{t('reveal.none')}</p> : null}
      <p>{t('reveal.shown', { n: format.count(revealed.left ?? 0) })}</p>
      <Button onClick={onHide}>{t('reveal.hide')}</Button>
    </>
  );
}

interface AskWhyProps {
  whose: Whose;
  onClose(): void;
  onRevealed(revealed: Revealed): void;
}

function AskWhy({ whose, onClose, onRevealed }: AskWhyProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  // `reads`: asking the page again would only draw the masks anew.
  const reveal = useOperation(
    async (why: string) => (await request(revealMutation, { input: { ...whose, reason: why } })).revealContacts,
    { reads: true, onDone: onRevealed },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reveal.run(reason.trim());
  };
  return (
    <Dialog title={t('reveal.title')} why={t('reveal.why')} onClose={onClose}>
      <form onSubmit={submit}>
        <Textarea
          data-autofocus
          autosize
          minRows={3}
          maxLength={500}
          label={t('reveal.reason')}
          placeholder={t('reveal.example')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Told operation={reveal} />
        <DialogActions>
          <Button onClick={onClose}>{t('reveal.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={reason.trim().length < 10} loading={reveal.busy}>
            {t('reveal.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
