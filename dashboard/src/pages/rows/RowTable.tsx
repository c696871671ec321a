import { Link } from '@tanstack/react-router';

import { useFormat } from '../../format/index.ts';
import type { MetricRowsQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import classes from './RowTable.module.css';

type Row = MetricRowsQuery['metricRows']['nodes'][number];

/** Every row with its day, where more is told of it, what is known of it, and what it adds; on a phone each is a small block. */
export function RowTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useText();
  const format = useFormat();
  // A row may stand behind a figure twice.
  const keyed = rows.map((row, at) => ({ key: `${row.id} ${at}`, row }));
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('guide.day')}</th>
          <th scope="col">{t('guide.row')}</th>
          <th scope="col">{t('guide.values')}</th>
          <th scope="col">{t('guide.brings')}</th>
        </tr>
      </thead>
      <tbody>
        {keyed.map(({ key, row }) => (
          <tr key={key} data-testid="metric-row">
            <td>{format.day(row.day)}</td>
            <td>
              <Place row={row} />
            </td>
            <td>
              <Known row={row} />
            </td>
            <td>{format.trimmed(row.brings, { unit: 'COUNT', decimals: 2 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Its value of each dimension; two dimensions that say the same in words say it once. */
function Known({ row }: { row: Row }) {
  const { pick } = useText();
  const said = row.values.filter(({ dimension }) => dimension !== 'SHOP').map(({ label }) => pick(label));
  return <>{[...new Set(said)].join(' · ')}</>;
}

/** Where more is told of it: its order, else its customer. */
function Place({ row }: { row: Row }) {
  const { t } = useText();
  const mark = row.id.slice(0, 8);
  if (row.orderId)
    return (
      <Link to="/orders/$id" params={{ id: row.orderId }}>
        {t('guide.orderOf', { id: mark })}
      </Link>
    );
  if (row.customerId)
    return (
      <Link to="/customers/$id" params={{ id: row.customerId }}>
        {t('guide.customerOf', { id: mark })}
      </Link>
    );
  return <code>{mark}</code>;
}
