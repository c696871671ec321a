import type { Queryable } from '../../schema/index.ts';
import {
  dimensions,
  noValueLabel,
  type Dimension,
  type DimensionDefinition,
  type LocalizedText,
} from '../../vocabulary/index.ts';
import type { DimensionFilter } from '../answer/types.ts';
import { allOf, orderConditions } from '../compile/filters.ts';
import { labelOf } from '../compile/labels.ts';
import { readFilters } from '../planner/request.ts';
import { ordersDaily } from '../rollups/daily.ts';
import { raw, sql, toQuery } from '../sql.ts';
import type { Condition } from './rows-behind.ts';

export interface DimensionOption {
  value: string;
  label: LocalizedText;
  orders: number;
}

export interface DimensionValuesRequest {
  dimension: Dimension;
  /** A shop's code; absent: every shop. */
  shop?: string | null;
  /** Part of a code or of a label, in either language. */
  search?: string | null;
  first: number;
}

const known = (dimension: Dimension): Readonly<Record<string, LocalizedText>> => ({
  ...(dimensions[dimension] as DimensionDefinition).values,
  '': noValueLabel,
});
const named = (dimension: Dimension, code: string, label: LocalizedText | null): LocalizedText =>
  (code === '' ? null : label) ?? known(dimension)[code] ?? { en: code, zh: code };

/** The filters of a list of orders, as a condition on `journey.order_journey j`. */
export const dimensionCondition = (filters: readonly DimensionFilter[], firstParam = 1): Condition =>
  toQuery(allOf(orderConditions(readFilters(filters, 'dimensions'))), firstParam);

/** The values of a dimension with the orders that carry each, the most used first. Case does not matter to the search. */
export async function dimensionValues(
  db: Queryable,
  { dimension, shop, search, first }: DimensionValuesRequest,
): Promise<DimensionOption[]> {
  const needle = search?.trim().toLowerCase() ?? '';
  const codes = Object.entries(known(dimension))
    .filter(([, { en, zh }]) => `${en} ${zh}`.toLowerCase().includes(needle))
    .map(([code]) => code);
  const [slice, value] = dimension === 'SHOP' ? ['', sql`r.shop`] : [dimension, sql`r.value`];
  const shops = shop ? sql`array[${shop}::text]` : sql`(select array_agg(s.shop) from core.shops s)`;
  const found = sql`position(${needle}::text in lower(v.value)) > 0 or v.value = any(${codes}::text[]) or position(${needle}::text in lower(concat_ws(' ', v.label ->> 'en', v.label ->> 'zh'))) > 0`;
  const { sql: text, params } = toQuery(sql`select v.value, v.label, v.orders from (
select o.value, o.orders, ${labelOf(dimension, sql`o.value`, shops)} as label from (
select ${value} as value, sum(r.orders) as orders from ${raw(ordersDaily.table)} r where r.dimension = ${slice} and r.shop = any(${shops}::text[]) group by 1
) o) v where ${needle} = '' or ${found} order by v.orders desc, v.value limit ${first}::int`);
  const { rows } = await db.query<{ value: string; label: LocalizedText | null; orders: number }>(text, params);
  return rows.map((row) => ({ value: row.value, label: named(dimension, row.value, row.label), orders: row.orders }));
}

/** Labels of codes; a code no one has named is its own label. */
export async function labelsOf(
  db: Queryable,
  dimension: Dimension,
  shop: string | null,
  codes: readonly string[],
): Promise<Map<string, LocalizedText>> {
  const shops = shop ? sql`array[${shop}::text]` : sql`(select array_agg(s.shop) from core.shops s)`;
  const { sql: text, params } = toQuery(
    sql`select c.code, ${labelOf(dimension, sql`c.code`, shops)} as label from unnest(${codes}::text[]) c(code)`,
  );
  const { rows } = await db.query<{ code: string; label: LocalizedText | null }>(text, params);
  return new Map(rows.map((row) => [row.code, named(dimension, row.code, row.label)]));
}
