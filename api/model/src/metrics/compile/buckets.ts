import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { literal, sql, type Sql } from '../sql.ts';
import { allOf, passes } from './filters.ts';

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

/** The shops `s` that a question asks about. */
export const shopsOf = ({ filters }: Question): Sql =>
  allOf(
    passes(
      sql`s.shop`,
      filters.filter((filter) => filter.dimension === 'SHOP'),
    ),
  );

/** The day of another window that today is laid over; what `comparedDays` says of the calendar. */
function comparedToday(question: Question, { shift }: Window): Sql {
  const last = sql`(select coalesce(max(s.as_of), 'infinity') as day from core.shops s where ${shopsOf(question)}) today`;
  if ('days' in shift) return sql`(select today.day - ${shift.days}::int from ${last})`;
  const months = sql`make_interval(months => ${shift.months}::int)`;
  return sql`(select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - ${months} + interval '1 month' - interval '1 day')::date else (today.day - ${months})::date end from ${last})`;
}

/** The last day of a comparison that is laid over a day up to today; null: nothing is cut. */
export const todayCut = (question: Question, window: Window): Sql | null =>
  window.kind ? comparedToday(question, window) : null;

/** Like for like: where today cuts the main period short, the days it is compared with end at the same place. */
export const upToToday = (question: Question, window: Window, day: Sql): Sql => {
  const cut = todayCut(question, window);
  return cut ? sql`least(${day}, ${cut})` : day;
};

export function within(question: Question, window: Window, day: Sql): Sql {
  const cut = todayCut(question, window);
  const asked = sql`${day} between ${window.from}::date and ${window.to}::date`;
  return cut ? sql`${asked} and ${day} <= ${cut}` : asked;
}
