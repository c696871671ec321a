import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { Estimate } from '../../estimate/Estimate.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Costs, useValueAtStake } from './use-recovery.ts';

const parts = ['refund', 'compensation', 'handling', 'lostRepurchase', 'each', 'total'] as const;

/** Money for each failure, part by part, dearest in all first. */
export function CostsCard({ query }: { query: ReturnType<typeof useValueAtStake> }) {
  const { t, pick } = useText();
  const format = useFormat();
  const { from, to } = query.data ?? {};
  const columns = [
    { label: t('recovery.failure') },
    { label: t('recovery.orders'), right: true },
    ...parts.map((part) => ({ label: t(`recovery.${part}`), right: true })),
  ];
  const rowOf = (row: Costs['failures'][number]) => ({
    key: row.failure.code,
    cells: [
      pick(row.failure.label),
      format.count(row.orders),
      ...parts.map((part) => <Estimate key={part} value={row[part]} />),
    ],
  });
  const tableOf = ({ failures }: Costs): ChartTable => ({
    columns: columns.map(({ label, right }) => (right ? figureColumn(label) : textColumn(label))),
    rows: failures.map((row) => {
      const raw = [row.orders, ...parts.map((part) => Number(row[part]?.amount.amount ?? 0))];
      return { cells: [pick(row.failure.label), ...raw.map(String)], raw: [pick(row.failure.label), ...raw] };
    }),
  });
  return (
    <Card
      title={t('recovery.costs')}
      sub={from && to ? t('recovery.costsSub', { days: format.dayRange(from, to) }) : undefined}
      table={query.data ? tableOf(query.data) : undefined}
      file="value-at-stake"
      note={t('recovery.costsNote')}
    >
      <Answered query={query} height={260} empty={({ failures }) => failures.length === 0}>
        {({ failures }) => <Rows columns={columns} rows={failures.map(rowOf)} />}
      </Answered>
    </Card>
  );
}
