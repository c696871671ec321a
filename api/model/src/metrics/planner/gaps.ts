import { repurchaseGaps } from '../rollups/customers.ts';
import { firstDays, gapMonths } from '../rollups/first-days.ts';
import type { Question } from './request.ts';
import { readsMonths, wholeMonths } from './whole-months.ts';

/** Where it stands how long customers took to come back, for every window of a question. */
export function gapRelations(question: Question): string[] {
  const months = question.windows.map((window) => (readsMonths(question, window) ? wholeMonths(window) : null));
  const byMonth = months.some((each) => each?.months);
  const byDay = question.windows.some(
    ({ kind }, index) => kind !== undefined || !months[index]?.months || months[index].edges.length > 0,
  );
  return [...(byMonth ? [gapMonths.table] : []), ...(byDay ? [repurchaseGaps.table] : []), firstDays.table];
}
