import { daysIn } from '../filters/days.ts';

const known = ['late', 'on_time', 'not_delivered', 'no_promise'] as const;

/** The code as a key of the interface's words; one that nobody has named yet reads as "no promise". */
export const latenessKey = (code: string): (typeof known)[number] =>
  known.find((each) => each === code) ?? 'no_promise';

/** Whole days by the calendar from the promised day to that of delivery: what a promise is judged by. */
export const daysAgainst = (deliveredOn: string, promisedOn: string): number =>
  deliveredOn >= promisedOn
    ? daysIn({ from: promisedOn, to: deliveredOn }) - 1
    : 1 - daysIn({ from: deliveredOn, to: promisedOn });

/** Not delivered, and the promised day is not over by the last day loaded: nothing is wrong yet. */
export const isUnderWay = (order: { lateness: string; promisedOn?: string | null }, asOf: string): boolean =>
  order.lateness === 'not_delivered' && order.promisedOn != null && order.promisedOn > asOf;
