import { orders } from '../facts.ts';
import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { NOT_BACK, repurchaseGaps } from '../rollups/customers.ts';
import { backWithin, firstDays, gapMonths } from '../rollups/first-days.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import { bucketOf, within } from './buckets.ts';
import { firstOrders } from './cohorts.ts';
import { allOf, passes } from './filters.ts';
import { packed, type Numbers, type Reading } from './reading.ts';
import { scannedFact, scannedRollup, type Scanned } from './scanned.ts';
import { passesOf } from './spans.ts';

export type SurvivalTally = Extract<Tally, { kind: 'survival' }>;

/**
 * Customers (bucket, k1, k2, day, back, n): back on that day after the first, or seen until then without coming back. Who came back did so
 * by today, so of whole months it need not be known on which day they were first seen; those who did not are dated by it. `last`: what
 * comes after that day need not be told apart.
 */
export function fromGapRollup(question: Question, window: Window, last?: number): Sql {
  const key = (index: number) => (question.by[index] === 'SHOP' ? sql`r.shop` : sql`''`);
  const shops = passes(sql`r.shop`, question.filters);
  const of = (day: Sql): Sql =>
    sql`select ${bucketOf(question, window, day)} as bucket, ${key(0)} as k1, ${key(1)} as k2`;
  const told = last === undefined ? sql`r.gap_days < ${raw(NOT_BACK)}` : sql`r.gap_days <= ${raw(String(last))}`;
  const back = passesOf(question, window).map(({ span, conditions }) => {
    const [table, day] =
      span === 'month' ? [gapMonths.table, sql`r.first_month`] : [repurchaseGaps.table, sql`r.first_day`];
    return sql`${of(day)}, r.gap_days as day, true as back, r.customers as n
from ${raw(table)} r where ${allOf([...conditions(day), told, ...shops])}`;
  });
  const day = sql`r.first_day`;
  const seen = sql`s.as_of - ${day}`;
  const days = allOf([within(question, window, day), ...shops]);
  const notBack = sql`${of(day)}, ${last === undefined ? seen : sql`least(${seen}, ${raw(String(last + 1))})`}, false, r.not_back
from ${raw(firstDays.table)} r join core.shops s on s.shop = r.shop
where ${days} and r.not_back > 0`;
  if (last === undefined) return join([...back, notBack], '\nunion all\n');
  const later = sql`r.customers - r.not_back - r.${raw(backWithin(last))}`;
  const backLater = sql`${of(day)}, ${raw(String(last + 1))}, true, ${later}
from ${raw(firstDays.table)} r where ${days} and ${later} > 0`;
  return join([...back, notBack, backLater], '\nunion all\n');
}

function scannedGaps(question: Question, window: Window): Scanned[] {
  const back = passesOf(question, window).map(({ span, period }) =>
    span === 'month'
      ? scannedRollup(gapMonths.table, question, { ...window, ...period }, { day: 'first_month' })
      : scannedRollup(repurchaseGaps.table, question, { ...window, ...period }, { day: 'first_day' }),
  );
  return [...back, scannedRollup(firstDays.table, question, window, { day: 'first_day' })];
}

export function fromFirstOrders(question: Question, window: Window): Sql {
  const rows = firstOrders(question, window);
  const seen = sql`(s.as_of - j.ordered_on)`;
  const gap = sql`(j.valid_next_on - j.ordered_on)`;
  return sql`select ${bucketOf(question, window, sql`j.ordered_on`)} as bucket, ${rows.k1} as k1, ${rows.k2} as k2, least(${gap}, ${seen}) as day, coalesce(${gap} <= ${seen}, false) as back, 1 as n
${rows.from}`;
}

/** Each day (bucket, k1, k2, day) on which somebody came back or was last seen: at_risk had not come back before it and were still seen on it. */
const atRiskByDay = (
  observed: Sql,
): Sql => sql`select o.bucket, o.k1, o.k2, o.day, coalesce(sum(o.n) filter (where o.back), 0)::float8 as back,
  sum(sum(o.n)::float8) over (partition by o.bucket, o.k1, o.k2 order by o.day desc) as at_risk
from (
${observed}
) o group by 1, 2, 3, 4`;

/** ln of the share that stays on a day; null where nobody does, whom ALL_BACK finds. */
const STAYS = raw('ln(case when t.back < t.at_risk then 1 - t.back / t.at_risk end)');
const SPREADS = raw('t.back / nullif(t.at_risk * (t.at_risk - t.back), 0)');
const ALL_BACK = raw('t.back = t.at_risk');

/**
 * The product-limit estimate (Kaplan, Meier 1958) of each bucket and slice, a row a day: `staying` S(t) multiplies 1 − back ⁄ at_risk up
 * to the day; `spread` is Greenwood's sum of back ⁄ (at_risk × (at_risk − back)), which times S² is the variance.
 */
export const productLimit = (observed: Sql): Sql => sql`select t.bucket, t.k1, t.k2, t.day, t.at_risk, t.back,
  case when bool_or(${ALL_BACK}) over upto then 0 else exp(sum(${STAYS}) over upto) end as staying,
  coalesce(sum(${SPREADS}) over upto, 0) as spread
from (
${atRiskByDay(observed)}
) t window upto as (partition by t.bucket, t.k1, t.k2 order by t.day)`;

/** The same at one day, without the curve: known while somebody has been seen for as many days, or once everybody is back. */
function numbersOf({ byDay }: SurvivalTally): Numbers {
  const day = raw(String(byDay));
  const upTo = sql`filter (where t.day <= ${day})`;
  const allBack = sql`coalesce(bool_or(${ALL_BACK}) ${upTo}, false)`;
  return [
    sql`case when ${allBack} then 1 when max(t.day) >= ${day} then 1 - coalesce(exp(sum(${STAYS}) ${upTo}), 1) end`,
    sql`max(t.at_risk)`,
    sql`coalesce(sum(${SPREADS}) ${upTo}, 0)`,
    sql`coalesce(sum(t.back) ${upTo}, 0)`,
  ];
}

export function survival(from: 'rollup' | 'facts', tallies: readonly SurvivalTally[]): Reading {
  const last = Math.max(...tallies.map(({ byDay }) => byDay));
  const observed = (question: Question, window: Window): Sql =>
    from === 'rollup' ? fromGapRollup(question, window, last) : fromFirstOrders(question, window);
  return {
    tallies,
    scanned: (question, window) => [
      ...(from === 'rollup' ? scannedGaps(question, window) : [scannedFact(orders, 'firstOrder', question, window)]),
    ],
    select: (question, window) => sql`select t.bucket, t.k1, t.k2, ${packed(tallies.map(numbersOf))} as numbers from (
${atRiskByDay(observed(question, window))}
) t group by 1, 2, 3`,
  };
}
