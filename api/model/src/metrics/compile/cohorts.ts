import { orders } from '../facts.ts';
import { clockOf } from '../facts/fact.ts';
import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { cohortRollup, monthsBetween } from '../rollups/cohorts.ts';
import type { Rollup } from '../rollups/rollup.ts';
import { raw, sql, type Sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import { bucketOf, within } from './buckets.ts';
import { allOf, passes } from './filters.ts';
import { packed, type Numbers, type Reading } from './reading.ts';
import { scannedFact, scannedRollup } from './scanned.ts';
import { slicesOf } from './slices.ts';

export type RetentionTally = Extract<Tally, { kind: 'retention' }>;
export type DepthTally = Extract<Tally, { kind: 'depth' }>;
type CohortTally = RetentionTally | DepthTally;

/** The calendar month that lies so many after that of the first day is over. */
export const isOver = (firstDay: Sql, month: number, asOf = sql`s.as_of`): Sql =>
  sql`(date_trunc('month', ${firstDay}::timestamp) + interval '${raw(String(month + 1))} months' - interval '1 day')::date <= ${asOf}`;

/** Customers `c` of a first day, once each or as often as `total` adds up: those of the part, and all of the whole. */
interface Counted {
  firstDay: Sql;
  /** Who bought in that month after the first. */
  boughtIn(month: number): Sql;
  hasOrders(least: number): Sql;
  /** Each customer once. */
  once: Sql;
  total(condition: Sql): Sql;
}

const numbersOf = (tally: CohortTally, { firstDay, boughtIn, hasOrders, once, total }: Counted): Numbers => {
  if (tally.kind === 'depth') return [total(sql`${once} and ${hasOrders(tally.orders)}`), total(once)];
  const over = isOver(firstDay, tally.month);
  return [total(sql`${boughtIn(tally.month)} and ${over}`), total(sql`${once} and ${over}`)];
};

const fromCells = (rollup: Rollup): Counted => ({
  firstDay: sql`r.first_day`,
  boughtIn: (month) => sql`r.months = ${raw(String(month))}`,
  hasOrders: (least) => sql`r.orders >= ${raw(String(least))}`,
  once: rollup === cohortRollup('retention') ? sql`r.months = 0` : sql`true`,
  total: (condition) => sql`coalesce(sum(r.customers) filter (where ${condition}), 0)`,
});

/** Of the months since the first only those that are asked for, and the first itself, in which every customer stands once. */
function monthsAsked(tallies: readonly CohortTally[]): Sql[] {
  const months = tallies.flatMap((tally) => (tally.kind === 'retention' ? [tally.month] : []));
  if (months.length === 0) return [];
  return [sql`r.months in (${raw([...new Set([0, ...months])].join(', '))})`];
}

export function cohortsFromRollup(rollup: Rollup, tallies: readonly CohortTally[]): Reading {
  const counted = fromCells(rollup);
  return {
    tallies,
    scanned: (question, window) => [scannedRollup(rollup.table, question, window, { day: 'first_day' })],
    select(question, window) {
      const day = sql`r.first_day`;
      const key = (index: number) => (question.by[index] === 'SHOP' ? sql`r.shop` : sql`''`);
      const numbers = tallies.map((tally) => numbersOf(tally, counted));
      return sql`select ${bucketOf(question, window, day)} as bucket, ${key(0)} as k1, ${key(1)} as k2, ${packed(numbers)} as numbers
from ${raw(rollup.table)} r join core.shops s on s.shop = r.shop
where ${allOf([within(question, window, day), ...monthsAsked(tallies), ...passes(sql`r.shop`, question.filters)])} group by 1, 2, 3`;
    },
  };
}

/** What a first-time customer has done since, from the customer's own orders. */
const sinceFirst = sql` cross join lateral (select count(*) filter (where o.valid) as orders,
  array_agg(distinct ${monthsBetween(sql`j.ordered_on`, sql`o.ordered_on`)}) filter (where o.valid_first_of_day) as months
from journey.order_journey o where o.customer_id = j.customer_id) c`;

const fromOrders: Counted = {
  firstDay: sql`j.ordered_on`,
  boughtIn: (month) => sql`${raw(String(month))} = any(c.months)`,
  hasOrders: (least) => sql`c.orders >= ${raw(String(least))}`,
  once: sql`true`,
  total: (condition) => sql`count(*) filter (where ${condition})`,
};

/** First valid orders `j` of the customers, cut by what they carry, with the shop's today as `s`. */
export function firstOrders(question: Question, window: Window, joins = sql``): { k1: Sql; k2: Sql; from: Sql } {
  const { eligible } = clockOf(orders, 'firstOrder');
  const slices = slicesOf(orders, question);
  const conditions = [
    within(question, window, sql`j.ordered_on`),
    ...(eligible ? [eligible] : []),
    ...slices.conditions,
  ];
  return {
    k1: slices.k1,
    k2: slices.k2,
    from: sql`from journey.order_journey j join core.shops s on s.shop = j.shop${joins}${slices.joins}
where ${allOf(conditions)}`,
  };
}

export function cohortsFromFacts(tallies: readonly CohortTally[]): Reading {
  return {
    tallies,
    scanned: (question, window) => [scannedFact(orders, 'firstOrder', question, window)],
    select(question, window) {
      const rows = firstOrders(question, window, sinceFirst);
      const numbers = tallies.map((tally) => numbersOf(tally, fromOrders));
      return sql`select ${bucketOf(question, window, sql`j.ordered_on`)} as bucket, ${rows.k1} as k1, ${rows.k2} as k2, ${packed(numbers)} as numbers
${rows.from} group by 1, 2, 3`;
    },
  };
}
