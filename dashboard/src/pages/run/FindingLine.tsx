import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { Pill } from '../../card/Pill.tsx';
import { Told } from '../../card/Told.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import type { FindingsQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import classes from './lists.module.css';
import { acceptGuardMutation } from './queries.ts';

type Finding = FindingsQuery['guardFindings'][number];

/** What a guard found; an operator may say that a delivery it stopped is right as it is. */
export function FindingLine({ finding }: { finding: Finding }) {
  const { t, pick } = useText();
  const { viewer } = useShop();
  const [accepts, setAccepts] = useState(false);
  const { id, severity, title, expected, found, acceptedBy } = finding;
  const may = viewer.role === 'OPERATOR' && severity === 'STOP' && !acceptedBy;
  return (
    <li data-testid="finding">
      <span>
        <Pill tone={severity === 'STOP' ? 'bad' : 'warn'}>{pick(title)}</Pill> {t('runs.expected', { expected, found })}
      </span>
      {acceptedBy ? <small>{t('runs.accepted', { by: acceptedBy })}</small> : null}
      {may ? (
        <Button aria-expanded={accepts} onClick={() => setAccepts(!accepts)}>
          {t('runs.accept')}
        </Button>
      ) : null}
      {may && accepts ? <AcceptForm id={id} onClose={() => setAccepts(false)} /> : null}
    </li>
  );
}

function AcceptForm({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const accept = useOperation(
    async (why: string) => (await request(acceptGuardMutation, { id, reason: why })).acceptGuard,
    { onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.run(reason.trim());
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('runs.accept')}>
      <p>{t('runs.acceptNote')}</p>
      <div className={classes.line}>
        <TextInput
          size="xs"
          data-autofocus
          aria-label={t('runs.acceptReason')}
          placeholder={t('runs.acceptReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="filled" disabled={reason.trim() === ''} loading={accept.busy}>
          {t('runs.acceptDo')}
        </Button>
        <Button onClick={onClose}>{t('runs.close')}</Button>
      </div>
      <Told operation={accept} />
    </form>
  );
}
