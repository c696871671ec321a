import {
  figureRows,
  labelsOfCarried,
  withinScope,
  type CarriedCodes,
  type MetricRowsRequest,
} from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import type { Scope } from '@rapport/model/vocabulary';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { readPage, type Listing } from '../../platform/database/listing.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import { knownValue, type Dimension } from '../dimensions/index.ts';
import type { MetricRow } from './metric-row.type.ts';

interface Row {
  rowId: string;
  shop: string;
  day: string;
  currency: string | null;
  brings: number;
  customerId: string | null;
  orderId: string | null;
  codes: Partial<Record<keyof typeof Dimension, string[]>>;
}

const latestFirst = new Keyset('metricRows', 'DESC', [
  { sql: 'j.row_day', type: 'date' },
  { sql: 'j.row_id', type: 'text' },
]);
const byPlace = new Keyset('metricRows', 'ASC', [{ sql: 'j.ordinal', type: 'bigint' }]);

const valuesOf = (codes: Row['codes']): MetricRow['values'] =>
  Object.entries(codes).flatMap(([dimension, all]) =>
    all.filter((code) => code !== '').map((code) => knownValue(dimension as keyof typeof Dimension, code)),
  );

/** Of what tells rows of a scope from others, only its own codes. */
const isNamed = (scope: Scope | null, dimension: string, value: string | null): boolean =>
  scope?.dimension !== dimension || scope.values.includes(value ?? '');

/** Which codes the rows carry, shop by shop: a region, a carrier or a product is called what its shop calls it. */
function carriedBy(rows: readonly MetricRow[]): CarriedCodes[] {
  const carried = rows.flatMap((row) => row.values.map(({ dimension, value }) => ({ row, dimension, value })));
  return [...Map.groupBy(carried, ({ row, dimension }) => JSON.stringify([row.shop, dimension])).values()].flatMap(
    (all) =>
      all[0]
        ? [
            {
              shop: all[0].row.shop,
              dimension: all[0].dimension,
              codes: [...new Set(all.flatMap(({ value }) => value ?? []))],
            },
          ]
        : [],
  );
}

/** The rows behind any figure, the latest first; what they add to it comes with each. */
export async function readMetricRows(
  db: Queryable,
  request: MetricRowsRequest,
  asked: PageArgs,
  scope: Scope | null,
): Promise<Page<MetricRow>> {
  const { fact, from, hasIds, condition, brings, per, customer, codes } = figureRows(withinScope(request, scope));
  const listing: Listing<Row, MetricRow> = {
    name: `rows behind ${request.metric}`,
    cut: `(select j.*, (${brings.sql})::float8 as row_brings, ${customer ? `${customer}::text` : 'null::text'} as row_customer, ${codes} as row_codes, to_jsonb(j) ->> 'order_id' as row_order from ${from}) j`,
    keys: ['row_id', 'shop', 'row_day', 'row_brings', 'row_customer', 'row_codes', 'row_order'],
    columns: `k.row_id as "rowId", k.shop, k.row_day as day, s.currency, k.row_brings as brings, k.row_customer as "customerId", k.row_order as "orderId", k.row_codes as codes`,
    rows: 'left join core.shops s on s.shop = k.shop',
    node: (row) => ({
      id: row.rowId,
      kind: fact,
      shop: row.shop,
      day: row.day,
      brings: row.brings / per(row.currency),
      customerId: row.customerId,
      orderId: row.orderId,
      values: valuesOf(row.codes).filter(({ dimension, value }) => isNamed(scope, dimension, value)),
    }),
  };
  const matching = (): Conditions => {
    const conditions = new Conditions();
    for (const value of brings.params) conditions.bind(value); // spoken of by what the page is cut from
    return conditions.merge(condition);
  };
  const page = await readPage(db, listing, hasIds ? latestFirst : byPlace, matching, asked);
  const labelOf = await labelsOfCarried(db, carriedBy(page.nodes));
  for (const { shop, values } of page.nodes)
    for (const value of values) value.label = labelOf(shop, value.dimension, value.value ?? '');
  return page;
}
