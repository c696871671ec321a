import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { literal, sql, type Sql } from '../sql.ts';

const aligned = (grain: Question['grain'], day: Sql): Sql =>
  sql`date_trunc(${literal(grain.toLowerCase())}, ${day})::date`;

/** The main period's calendar bucket (its first day, unclipped) that a day of this window is laid over. */
export function bucketOf(question: Question, window: Window, day: Sql): Sql {
  const { grain, period } = question;
  if (grain === 'TOTAL') return sql`${period.from}::date`;
  if ('months' in window.shift) {
    return aligned(
      grain,
      sql`date_trunc('month', ${day}::timestamp) + make_interval(months => ${window.shift.months}::int)`,
    );
  }
  const moved = window.shift.days === 0 ? day : sql`(${day} + ${window.shift.days}::int)`;
  return grain === 'DAY' ? moved : aligned(grain, sql`${moved}::timestamp`);
}

/** The first day, in the window's own time, of the clipped bucket that a day lies in: "before the bucket" is before this. */
export function bucketStart(question: Question, window: Window, day: Sql): Sql {
  if (question.grain === 'TOTAL') return sql`${window.from}::date`;
  const first = sql`greatest(${bucketOf(question, window, day)}, ${question.period.from}::date)`;
  if ('months' in window.shift) return sql`(${first} - make_interval(months => ${window.shift.months}::int))::date`;
  return window.shift.days === 0 ? first : sql`(${first} - ${window.shift.days}::int)`;
}

export const within = (window: Window, day: Sql): Sql =>
  sql`${day} between ${window.from}::date and ${window.to}::date`;
