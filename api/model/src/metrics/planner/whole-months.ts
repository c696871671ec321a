import type { Period } from '../answer/types.ts';
import { addDays, monthStart, type Window } from './calendar.ts';
import type { Question } from './request.ts';

const nextMonth = (day: string): string => monthStart(addDays(monthStart(day), 31));

/** The whole calendar months of a period, told by the first day of the first and of the last, and the days beside them. */
export function wholeMonths({ from, to }: Period): { months: Period | null; edges: Period[] } {
  const first = from === monthStart(from) ? from : nextMonth(from);
  const after = addDays(to, 1) === nextMonth(to) ? nextMonth(to) : monthStart(to);
  if (first >= after) return { months: null, edges: [{ from, to }] };
  const edges = [
    { from, to: addDays(first, -1) },
    { from: after, to },
  ];
  return {
    months: { from: first, to: monthStart(addDays(after, -1)) },
    edges: edges.filter((edge) => edge.from <= edge.to),
  };
}

/** All days of the months told by the first days of the first and of the last. */
export const wholePeriod = ({ from, to }: Period): Period => ({ from, to: addDays(nextMonth(to), -1) });

/** Does every whole month of a window lie in one bucket? */
export const readsMonths = ({ grain }: Pick<Question, 'grain'>, { shift }: Pick<Window, 'shift'>): boolean =>
  grain === 'TOTAL' || (grain !== 'DAY' && grain !== 'WEEK' && ('months' in shift || shift.days === 0));
