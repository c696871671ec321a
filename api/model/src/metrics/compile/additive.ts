import type { Dimension } from '../../vocabulary/index.ts';
import type { FactClock } from '../facts.ts';
import type { AdditiveMetric } from '../measures.ts';
import type { Metric } from '../catalogue.ts';
import type { Question } from '../planner/request.ts';
import type { DailyRollup } from '../rollups/daily.ts';
import { literal, raw, sql, type Sql } from '../sql.ts';
import { bucketOf, within } from './buckets.ts';
import { allOf, passes } from './filters.ts';
import { numbersFromRollup, numbersFromRows, packed, type Reading } from './reading.ts';
import { slicesOf } from './slices.ts';

/** What is dated after the shop's last order day is not decided yet. */
const upToAsOf = (clock: FactClock, alias: 'j' | 'r', day: Sql): { join: Sql; conditions: Sql[] } =>
  clock.upToAsOf
    ? { join: sql` join core.shops s on s.shop = ${raw(alias)}.shop`, conditions: [sql`${day} <= s.as_of`] }
    : { join: sql``, conditions: [] };

const keyIn =
  (question: Question, slice: Dimension | undefined) =>
  (index: number): Sql => {
    const name = question.by[index];
    return name === 'SHOP' ? sql`r.shop` : name !== undefined && name === slice ? sql`r.value` : sql`''`;
  };

export function fromDailyRollup(
  rollup: DailyRollup,
  slice: Dimension | undefined,
  metrics: readonly (Metric & AdditiveMetric)[],
): Reading {
  return {
    metrics,
    select(question, window) {
      const day = sql`r.day`;
      const key = keyIn(question, slice);
      const today = upToAsOf(rollup.clock, 'r', day);
      const own = (name: Dimension | undefined) => question.filters.filter((filter) => filter.dimension === name);
      const conditions = [
        sql`r.dimension = ${literal(slice ?? '')}`,
        within(window, day),
        ...passes(sql`r.shop`, own('SHOP')),
        ...(slice ? passes(sql`r.value`, own(slice)) : []),
        ...today.conditions,
      ];
      return sql`select ${bucketOf(question, window, day)} as bucket, ${key(0)} as k1, ${key(1)} as k2, ${packed(metrics.map((metric) => numbersFromRollup(metric, rollup)))} as numbers
from ${raw(rollup.table)} r${today.join}
where ${allOf(conditions)} group by 1, 2, 3`;
    },
  };
}

export function fromFacts(relation: string, clock: FactClock, metrics: readonly (Metric & AdditiveMetric)[]): Reading {
  return {
    metrics,
    select(question, window) {
      const day = raw(`j.${clock.day}`);
      const slices = slicesOf(question);
      const today = upToAsOf(clock, 'j', day);
      const conditions = [
        within(window, day),
        ...(clock.eligible ? [clock.eligible] : []),
        ...slices.conditions,
        ...today.conditions,
      ];
      return sql`select ${bucketOf(question, window, day)} as bucket, ${slices.k1} as k1, ${slices.k2} as k2, ${packed(metrics.map((metric) => numbersFromRows(metric, slices.lines)))} as numbers
from ${raw(relation)} j${today.join}${slices.joins}
where ${allOf(conditions)} group by 1, 2, 3`;
    },
  };
}
