import type { FactName } from '../facts.ts';
import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { WHOLE_BLOCK } from '../rollups/bins.ts';
import { ordersDaily } from '../rollups/daily.ts';
import { literal, raw, sql, type Sql } from '../sql.ts';
import { allOf, passes } from './filters.ts';
import type { Held } from './histogram-cells.ts';

/** So many values are read and sorted in some 40 ms; above, their bins answer. */
const MOST_VALUES = 50_000;
/** Where no index finds the days of a clock every row is gone through: shops of so many orders can afford it. */
const MOST_ORDERS = 100_000;

/** The clocks whose days an index finds. */
const indexed: Partial<Record<FactName, readonly string[]>> = {
  orders: ['order'],
  buyingDays: ['order'],
  cases: ['opened', 'resolved'],
  compensations: ['granted'],
  mentions: ['mentioned'],
};

/** Can the values of a window be read one by one? Those of all slices are counted, by whole months: all of them would be gone through. */
export function areFew({ histogram, series, tally }: Held, question: Question, window: Window): Sql {
  const shops = passes(
    sql`r.shop`,
    question.filters.filter(({ dimension }) => dimension === 'SHOP'),
  );
  const values = sql`(select coalesce(sum(r.${raw(WHOLE_BLOCK)}), 0) from ${raw(histogram.table)} r where ${allOf([
    sql`r.series = ${literal(series)}`,
    sql`r.dimension = ''`,
    sql`r.span = 'month'`,
    ...shops,
    sql`r.day between date_trunc('month', ${window.from}::date)::date and ${window.to}::date`,
  ])}) <= ${raw(String(MOST_VALUES))}`;
  if (indexed[tally.fact.name as FactName]?.includes(tally.clock)) return values;
  const orders = raw(ordersDaily.columnOf({ type: 'bigint', total: sql`count(*)` }));
  return sql`${values} and (select coalesce(sum(r.${orders}), 0) from ${raw(ordersDaily.table)} r where ${allOf([sql`r.dimension = ''`, sql`r.span = 'month'`, ...shops])}) <= ${raw(String(MOST_ORDERS))}`;
}
