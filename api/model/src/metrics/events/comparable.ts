import type { Queryable } from '../../schema/index.ts';
import type { Period } from '../answer/types.ts';
import { readPeriod } from '../planner/period.ts';
import { alignable, distanceTo, earlierPeriod, type AlignedEvent } from './align.ts';
import { readEvents } from './known-events.ts';

export interface ComparableEvent extends AlignedEvent {
  /** Its day 0 lies in the period. */
  inside: boolean;
  compared: Period;
}

/** The events a period can be aligned to: those in it first, then the nearest. */
export async function comparableEvents(db: Queryable, asked: Period, shop?: string): Promise<ComparableEvent[]> {
  const period = readPeriod(asked);
  const filters = shop === undefined ? [] : [{ dimension: 'SHOP' as const, codes: [shop], excludes: false }];
  return alignable(await readEvents(db, filters), period).map((event) => ({
    ...event,
    inside: distanceTo(period, event.day) === 0,
    compared: earlierPeriod(period, event),
  }));
}
