import { declarations } from '../catalogue.ts';
import { orders } from '../facts.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { date, NOT_BACK, repurchaseGaps, shop } from './customers.ts';
import type { Rollup } from './rollup.ts';

const asked = declarations.flatMap((metric) => {
  if (metric.kind === 'repurchase') return [metric.withinDays];
  return metric.kind === 'survival' ? [metric.byDay] : [];
});
const spans: readonly number[] = [...new Set(asked)].toSorted((a, b) => a - b);
export const backWithin = (days: number): string => `back_within_${days}`;

const summedFromGaps = (cells: (gaps: Sql) => Sql): Pick<Rollup, 'from' | 'contribution'> => ({
  from: { rollups: [repurchaseGaps], cells: ([gaps = raw('')]) => cells(gaps) },
  contribution: (rows) => cells(sql`(${repurchaseGaps.contribution(rows)})`),
});

/** Customers by first valid order day: all, those who never came back, and those back within the days that metrics ask for. */
export const firstDays: Rollup = {
  table: 'mart.first_days',
  fact: orders,
  key: [shop, date('first_day')],
  measures: ['customers', 'not_back', ...spans.map(backWithin)].map((name) => ({ name, type: 'bigint' })),
  ...summedFromGaps(
    (gaps) => sql`select g.shop, g.first_day, sum(g.customers)::bigint as customers,
  coalesce(sum(g.customers) filter (where g.gap_days = ${raw(NOT_BACK)}), 0)::bigint as not_back${raw(
    spans
      .map(
        (days) =>
          `,\n  coalesce(sum(g.customers) filter (where g.gap_days <= ${days}), 0)::bigint as ${backWithin(days)}`,
      )
      .join(''),
  )}
from ${gaps} g group by g.shop, g.first_day`,
  ),
};

/** Those who came back, by the calendar month of the first valid order day, told by its first day, and days until the next one. */
export const gapMonths: Rollup = {
  table: 'mart.repurchase_gap_months',
  fact: orders,
  key: [shop, { name: 'gap_days', type: 'integer' }, date('first_month')],
  measures: [{ name: 'customers', type: 'bigint' }],
  ...summedFromGaps(
    (
      gaps,
    ) => sql`select g.shop, date_trunc('month', g.first_day::timestamp)::date as first_month, g.gap_days, sum(g.customers)::bigint as customers
from ${gaps} g where g.gap_days < ${raw(NOT_BACK)} group by 1, 2, 3`,
  ),
};
