import type { Queryable } from '../../schema/index.ts';
import {
  dimensions,
  noValueLabel,
  type Dimension,
  type DimensionDefinition,
  type LocalizedText,
} from '../../vocabulary/index.ts';
import { hiddenAmong, suppresses } from '../answer/suppression.ts';
import type { DimensionFilter, MetricAccess } from '../answer/types.ts';
import { allOf, conditionsOn } from '../compile/filters.ts';
import { labelOf, namedInCore } from '../compile/labels.ts';
import { factNamed, facts, orders, type Fact, type FactName } from '../facts.ts';
import { codeOf, columnOf, isManyValued } from '../facts/fact.ts';
import { readFiltersOn } from '../planner/request.ts';
import { ordersDaily } from '../rollups/daily.ts';
import { join, raw, sql, toQuery, type Sql } from '../sql.ts';
import type { Condition } from './rows-behind.ts';

export interface DimensionOption {
  value: string;
  label: LocalizedText;
  /** Orders that carry it; of a dimension that orders lack, rows of the fact that carries it; null: so few that they are withheld. */
  orders: number | null;
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

/** The filters of a list, as a condition on the rows `j` of its fact (orders: `journey.order_journey j`). */
export function dimensionCondition(
  filters: readonly DimensionFilter[],
  firstParam = 1,
  name: FactName = 'orders',
): Condition {
  const fact = factNamed(name);
  return toQuery(allOf(conditionsOn(fact, readFiltersOn(fact, filters, 'dimensions'))), firstParam);
}

/** Codes with how many rows carry each: from the rollup where it holds them, else from the first fact that carries the dimension. */
function carriedCodes(dimension: Dimension, shops: Sql): Sql {
  if (dimension === 'SHOP' || ordersDaily.grainOf(dimension)) {
    const [slice, value] = dimension === 'SHOP' ? ['', sql`r.shop`] : [dimension, sql`r.value`];
    return sql`select ${value} as value, sum(r.orders) as orders from ${raw(ordersDaily.table)} r where r.dimension = ${slice} and r.span = 'month' and r.shop = any(${shops}::text[]) group by 1`;
  }
  const fact: Fact = [orders, ...facts].find((each: Fact) => each.dimensions[dimension]) ?? orders;
  const code = isManyValued(fact, dimension) ? sql`unnest(${columnOf(fact, dimension)})` : codeOf(fact, dimension);
  return sql`select ${code} as value, count(*) as orders from ${raw(fact.relation)} j where j.shop = any(${shops}::text[]) group by 1`;
}

/** The values of a dimension with how many rows carry each, the most used first. Case does not matter to the search. */
export async function dimensionValues(
  db: Queryable,
  { dimension, shop, search, first }: DimensionValuesRequest,
  access: MetricAccess,
): Promise<DimensionOption[]> {
  const needle = search?.trim().toLowerCase() ?? '';
  const codes = Object.entries(known(dimension))
    .filter(([, { en, zh }]) => `${en} ${zh}`.toLowerCase().includes(needle))
    .map(([code]) => code);
  const shops = shop ? sql`array[${shop}::text]` : sql`(select array_agg(s.shop) from core.shops s)`;
  const found = sql`position(${needle}::text in lower(v.value)) > 0 or v.value = any(${codes}::text[]) or position(${needle}::text in lower(concat_ws(' ', v.label ->> 'en', v.label ->> 'zh'))) > 0`;
  const { sql: text, params } = toQuery(sql`select v.value, v.label, v.orders from (
select o.value, o.orders, ${labelOf(dimension, sql`o.value`, shops)} as label from (
${carriedCodes(dimension, shops)}
) o) v where ${needle} = '' or ${found} order by v.orders desc, v.value limit ${first}::int`);
  const { rows } = await db.query<{ value: string; label: LocalizedText | null; orders: number }>(text, params);
  const hidden = suppresses(access) ? hiddenAmong(rows.map(({ orders: carried }) => carried)) : new Set<number>();
  return rows.map(({ value, label, orders: carried }, index) => ({
    value,
    label: named(dimension, value, label),
    orders: hidden.has(index) ? null : carried,
  }));
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

/** Codes of one dimension that rows of one shop carry. */
export interface CarriedCodes {
  shop: string;
  dimension: Dimension;
  codes: readonly string[];
}

const carriedKey = (shop: string, dimension: Dimension, code: string): string =>
  JSON.stringify([shop, dimension, code]);

/** Labels of codes of many dimensions, in one statement: how to call a code of a shop; a code no one has named is its own label. */
export async function labelsOfCarried(
  db: Queryable,
  carried: readonly CarriedCodes[],
): Promise<(shop: string, dimension: Dimension, code: string) => LocalizedText> {
  const asked = carried.filter(({ dimension, codes }) => namedInCore(dimension) && codes.length > 0);
  const found = new Map<string, LocalizedText | null>();
  if (asked.length > 0) {
    const pieces = asked.map(
      ({ shop, dimension, codes }) =>
        sql`select ${shop}::text as shop, ${dimension}::text as dimension, c.code, ${labelOf(dimension, sql`c.code`, sql`array[${shop}::text]`)} as label from unnest(${codes}::text[]) c(code)`,
    );
    const { sql: text, params } = toQuery(join(pieces, ' union all '));
    type Row = { shop: string; dimension: Dimension; code: string; label: LocalizedText | null };
    const { rows } = await db.query<Row>(text, params);
    for (const row of rows) found.set(carriedKey(row.shop, row.dimension, row.code), row.label);
  }
  return (shop, dimension, code) => named(dimension, code, found.get(carriedKey(shop, dimension, code)) ?? null);
}
