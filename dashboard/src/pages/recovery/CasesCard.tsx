import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import classes from '../../estimate/Estimate.module.css';
import { useFormat } from '../../format/index.ts';
import type { RecoveryLineFragment as Line } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { useRecoveryCases } from './use-recovery.ts';

const PAGE = 20;
const MOST = 100;

/** Hurt customers in somebody's hands: who, by when, what was done, what came of it. */
export function CasesCard() {
  const [first, setFirst] = useState(PAGE);
  const [line, setLine] = useState<Line | null>(null);
  const query = useRecoveryCases(first);
  const { t, pick } = useText();
  const format = useFormat();
  const columns = [
    { label: t('recovery.customer') },
    { label: t('recovery.failure') },
    { label: t('recovery.atStake'), right: true },
    { label: t('recovery.owner') },
    { label: t('recovery.dueOn') },
    { label: t('recovery.action') },
    { label: t('recovery.outcome') },
    { label: '' },
  ];
  const rowOf = (each: Line) => ({
    key: each.id,
    cells: [
      <Link key="customer" to="/customers/$id" params={{ id: each.customerId }} className={classes.link}>
        {each.customerId.slice(0, 8)}
      </Link>,
      each.failures.map(({ label }) => pick(label)).join(t('customer.comma')),
      format.money(each.atStake),
      each.owner ?? t('recovery.nobodyYet'),
      <span key="due">
        {format.day(each.dueOn)} {each.overdue ? <Pill tone="bad">{t('recovery.overdue')}</Pill> : null}
      </span>,
      each.action ? pick(each.action.label) : '–',
      each.outcome ? (
        <Pill key="outcome" tone={each.outcome.code === 'settled' ? 'good' : 'flat'}>
          {pick(each.outcome.label)}
        </Pill>
      ) : (
        '–'
      ),
      each.outcome ? null : (
        <Button key="record" size="compact-xs" onClick={() => setLine(each)}>
          {t('recovery.record')}
        </Button>
      ),
    ],
  });
  const total = query.data?.totalCount ?? 0;
  return (
    <Card title={t('recovery.cases')} sub={t('recovery.casesSub', { n: format.count(total) })}>
      <Answered query={query} height={160}>
        {({ nodes }) => <Rows columns={columns} rows={nodes.map(rowOf)} empty={t('recovery.noCases')} />}
      </Answered>
      {query.data?.pageInfo.hasNextPage && first < MOST ? (
        <Button size="compact-sm" onClick={() => setFirst(Math.min(MOST, first + PAGE))}>
          {t('recovery.more')}
        </Button>
      ) : null}
      {line ? <RecordDialog line={line} onClose={() => setLine(null)} /> : null}
    </Card>
  );
}
