import type { Period } from '../../metrics/index.ts';

const MS_A_DAY = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;

export const addDays = (day: string, days: number): string =>
  new Date((numberOf(day) + days) * MS_A_DAY).toISOString().slice(0, 10);

/** One figure is read for each stretch of so many days, counted from the start, before it and after it. */
export const STRETCH = 30;
const MOST_BEFORE = 6;
const MOST_AFTER = 12;
/** The last day that is looked at: what came of it later is another study. */
export const lastLookedAt = (start: string): string => addDays(start, MOST_AFTER * STRETCH - 1);

export interface Stretch extends Period {
  /** Days from the start to its first day: negative before it. */
  offset: number;
}

/** Whole stretches before the start, the earliest first. */
export const stretchesBefore = (start: string): Stretch[] =>
  Array.from({ length: MOST_BEFORE }, (_, index) => {
    const offset = (index - MOST_BEFORE) * STRETCH;
    return { offset, from: addDays(start, offset), to: addDays(start, offset + STRETCH - 1) };
  });

/** Stretches from the start up to the last day known; the last one may be short. */
export function stretchesAfter(start: string, last: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (let index = 0; index < MOST_AFTER; index += 1) {
    const from = addDays(start, index * STRETCH);
    if (from > last) break;
    const end = addDays(from, STRETCH - 1);
    stretches.push({ offset: index * STRETCH, from, to: end < last ? end : last });
  }
  return stretches;
}
