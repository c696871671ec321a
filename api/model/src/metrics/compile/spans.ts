import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { readsMonths, wholeMonths, wholePeriod } from '../planner/whole-months.ts';
import { join, sql, type Sql } from '../sql.ts';
import { shopsOf, todayCut, within } from './buckets.ts';

/** Cells of one span that are read; together the passes of a window hold every day of it once. */
export interface SpanPass {
  span: 'day' | 'month';
  /** The days meant; of months whole ones. */
  period: { from: string; to: string };
  conditions(day: Sql): Sql[];
}

/** The day up to which every shop asked knows what fell due. */
const knownInAll = (question: Question): Sql => sql`(select min(s.as_of) from core.shops s where ${shopsOf(question)})`;

/** The month that today cuts, where it cuts anything: before it whole months may be read, from it on only days. */
function openMonth(question: Question, window: Window, upToAsOf: boolean): Sql | null {
  const cut = todayCut(question, window);
  const cuts = [...(cut ? [cut] : []), ...(upToAsOf ? [knownInAll(question)] : [])];
  if (cuts.length === 0) return null;
  return sql`(select date_trunc('month', (least(${join(cuts, ', ')}) + 1)::timestamp)::date)`;
}

const days = (question: Question, window: Window, period: SpanPass['period'], also: (day: Sql) => Sql[]): SpanPass => ({
  span: 'day',
  period,
  conditions: (day) => [within(question, { ...window, ...period }, day), ...also(day)],
});

/** Whole months where they lie in one bucket each, and single days beside them. */
export function passesOf(question: Question, window: Window, upToAsOf = false): SpanPass[] {
  const { months, edges } = wholeMonths(window);
  if (!months || !readsMonths(question, window)) return [days(question, window, window, () => [])];
  const open = openMonth(question, window, upToAsOf);
  const whole: SpanPass = {
    span: 'month',
    period: months,
    conditions: (day) => [
      sql`${day} between ${months.from}::date and ${months.to}::date`,
      ...(open ? [sql`${day} < ${open}`] : []),
    ],
  };
  const beside = edges.map((edge) => days(question, window, edge, () => []));
  if (!open) return [whole, ...beside];
  return [whole, days(question, window, wholePeriod(months), (day) => [sql`${day} >= ${open}`]), ...beside];
}
