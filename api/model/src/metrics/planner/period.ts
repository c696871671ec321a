import type { Period } from '../answer/types.ts';
import { refuseWith } from '../errors.ts';
import { isDay } from './calendar.ts';
import { badDay, fromAfterTo } from './refusals.ts';

/** Two days that exist, in their order. */
export function readPeriod({ from, to }: Period, field = 'period'): Period {
  if (!isDay(from)) refuseWith('BAD_DAY', `${field}.from`, badDay(from));
  if (!isDay(to)) refuseWith('BAD_DAY', `${field}.to`, badDay(to));
  if (from > to) refuseWith('FROM_AFTER_TO', field, fromAfterTo({ from, to }));
  return { from, to };
}
