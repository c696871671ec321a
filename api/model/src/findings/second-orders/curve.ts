import { kaplanMeier, type Observed } from '../../statistics/index.ts';
import { CURVE_DAYS } from './observe.ts';
import type { SecondOrderGroup } from './types.ts';

const MARKS = [30, 60, 90];
const RISK_STEP = 30;

/** The curve of a group; of steps and days with fewer than `least` still observed nothing is told. */
export function curveOf(
  observed: readonly Observed[],
  least: number,
): Pick<SecondOrderGroup, 'customers' | 'seenDays' | 'steps' | 'atRisk' | 'marks'> {
  const seenDays = observed.reduce((most, { day }) => Math.max(most, day), 0);
  const steps = kaplanMeier(observed)
    .filter(({ day, atRisk }) => day <= CURVE_DAYS && atRisk >= least)
    .map(({ day, atRisk, events, share, interval }) => ({ day, atRisk, back: events, share, interval }));
  const atRisk = Array.from({ length: Math.floor(CURVE_DAYS / RISK_STEP) + 1 }, (_, index) => {
    const day = index * RISK_STEP;
    return { day, customers: observed.reduce((sum, each) => sum + (each.day >= day ? each.n : 0), 0) };
  });
  const marks = MARKS.map((day) => {
    const step = steps.findLast((each) => each.day <= day);
    return { day, share: seenDays < day ? null : (step?.share ?? 0), interval: step?.interval ?? null };
  });
  return {
    customers: observed.reduce((sum, { n }) => sum + n, 0),
    seenDays,
    steps,
    atRisk: atRisk.filter(({ customers }) => customers >= least),
    marks,
  };
}
