import type { ChartTable } from '../../charts/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { useText } from '../../i18n/index.ts';
import { latenessKey } from '../../promise/lateness.ts';
import type { OrderRow } from './use-orders.ts';

interface Writers extends Pick<ReturnType<typeof useText>, 't' | 'pick'> {
  format: Formatter;
}

/** The loaded rows as a table, for export: full order numbers, plain amounts. */
export function ordersCsv(orders: readonly OrderRow[], { t, pick, format }: Writers): ChartTable {
  const columns = [
    'order',
    'ordered',
    'promised',
    'delivered',
    'against',
    'region',
    'paid',
    'stars',
    'customer',
  ] as const;
  return {
    columns: columns.map((column) => ({ label: t(`orders.${column}`), numeric: column === 'paid' })),
    rows: orders.map((order) => {
      const region = order.region ? pick(order.region.label) : '';
      const stars = order.reviews.map((review) => review.score).join(' ');
      const days = [order.orderedOn, order.promisedOn ?? '', order.deliveredOn ?? ''];
      const lateness = t(`orders.${latenessKey(order.lateness)}`);
      return {
        cells: [
          order.externalId,
          ...days,
          lateness,
          region,
          format.money(order.paidTotal),
          stars,
          order.customer.externalId,
        ],
        raw: [order.externalId, ...days, lateness, region, order.paidTotal.amount, stars, order.customer.externalId],
      };
    }),
  };
}
