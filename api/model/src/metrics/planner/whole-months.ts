import type { Period } from '../answer/types.ts';
import { addDays, monthStart } from './calendar.ts';

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
