import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { figureColumn, textColumn } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { partOf } from '../../metric/reckon.ts';
import type { CustomerValueState, Found } from './use-customer-value.ts';

const EACH = { unit: 'SCORE', decimals: 2 } as const;

/** Who is likely to be there still, and what is expected of them. */
export function BandsCard({ query }: { query: CustomerValueState }) {
  const { t, pick } = useText();
  const format = useFormat();
  const columns = [
    { label: t('customerValue.band') },
    { label: t('customerValue.customers'), right: true },
    { label: t('customerValue.orders'), right: true },
    { label: t('customerValue.each'), right: true },
    { label: t('customerValue.value'), right: true },
  ];
  const rowOf = ({ band, customers, orders, value }: Found['bands'][number]) => ({
    key: band.code,
    cells: [
      pick(band.label),
      format.count(customers),
      format.count(Math.round(orders)),
      customers > 0 ? format.value(partOf(orders, customers), EACH) : format.noValue(),
      format.money(value),
    ],
  });
  const table = query.data && {
    columns: columns.map(({ label, right }) => (right ? figureColumn(label) : textColumn(label))),
    rows: query.data.bands.map((row) => {
      const raw = [row.customers, row.orders, partOf(row.orders, row.customers), Number(row.value?.amount ?? 0)];
      const label = pick(row.band.label);
      return { cells: [label, ...raw.map((each) => String(Number(each.toFixed(2))))], raw: [label, ...raw] };
    }),
  };
  return (
    <Card
      title={t('customerValue.bands')}
      sub={t('customerValue.bandsSub')}
      table={table}
      file="customer-value"
      note={t('customerValue.bandsNote')}
    >
      <Answered query={query} height={220} empty={({ bands }) => bands.length === 0}>
        {({ bands }) => <Rows columns={columns} rows={bands.map(rowOf)} />}
      </Answered>
    </Card>
  );
}
