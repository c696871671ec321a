import type { Fact, FactClock } from '../facts.ts';
import { clockOf } from '../facts/fact.ts';
import type { Lines } from '../measures.ts';
import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { bucketOf, within } from './buckets.ts';
import { allOf } from './filters.ts';
import { slicesOf } from './slices.ts';

/** Rows `j` of a fact that a window dates, cut and filtered as asked. */
export interface FactRows {
  day: Sql;
  bucket: Sql;
  k1: Sql;
  k2: Sql;
  lines: Lines[];
  /** from … where …, all conditions that hold for every metric over these rows, and those given. */
  from(also?: readonly Sql[]): Sql;
}

/** What is dated after the shop's last order day is not decided yet. */
export const upToAsOf = (clock: FactClock, alias: 'j' | 'r', day: Sql): { join: Sql; conditions: Sql[] } =>
  clock.upToAsOf
    ? { join: sql` join core.shops s on s.shop = ${raw(alias)}.shop`, conditions: [sql`${day} <= s.as_of`] }
    : { join: sql``, conditions: [] };

export function rowsIn(fact: Fact, clockName: string, question: Question, window: Window): FactRows {
  const clock = clockOf(fact, clockName);
  const day = raw(`j.${clock.day}`);
  const slices = slicesOf(fact, question);
  const asOf = upToAsOf(clock, 'j', day);
  return {
    day,
    bucket: bucketOf(question, window, day),
    k1: slices.k1,
    k2: slices.k2,
    lines: slices.lines,
    from(also = []) {
      const conditions = [
        within(question, window, day),
        ...also,
        ...(clock.eligible ? [clock.eligible] : []),
        ...slices.conditions,
        ...asOf.conditions,
      ];
      return sql`from ${raw(fact.relation)} j${asOf.join}${slices.joins}\nwhere ${allOf(conditions)}`;
    },
  };
}
