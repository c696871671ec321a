import type { Period } from '../../metrics/index.ts';
import { rowsNeededTimes, smallestDetectable } from '../../statistics/index.ts';
import { addDays, STRETCH, type Stretch } from './days.ts';
import { estimate, type Estimate, type Sides } from './estimate.ts';
import type { EffectVerdict, Horizon } from './finding.ts';

/** Days after the start at which it is looked at; null: all days known. */
const LOOKED_AT = [null, 30, 60, 90] as const;
/** Where nothing is claimed: a tenth of what would have been is what would matter. */
const MATTERS = 0.1;

/** The smallest effect that would matter. */
export interface Claim {
  expected: number | null;
}
export const mattersOf = ({ expected }: Claim, found: Estimate): number =>
  expected === null || expected === 0 ? MATTERS * Math.abs(found.without) : Math.abs(expected);

/** An interval that holds 0 tells of no effect only where it holds nothing that would matter either. */
function verdictOf({ interval }: Estimate, matters: number, { expected }: Claim): EffectVerdict {
  if (!interval) return 'CANNOT_TELL';
  if (interval.low > 0 || interval.high < 0) return 'EFFECT';
  const [above, below] = [interval.high < matters, interval.low > -matters];
  const without = expected === null || expected === 0 ? above && below : expected > 0 ? above : below;
  return without ? 'NO_EFFECT' : 'CANNOT_TELL';
}

export interface Looked {
  horizon: Horizon;
  found: Estimate | null;
}

interface Study {
  sides: Sides;
  stretches: readonly Stretch[];
  before: readonly number[];
  start: string;
  last: string;
  maturesAfter: number;
  claim: Claim;
}

function emptyHorizon(days: number | null, period: Period, { last, maturesAfter }: Study): Horizon {
  return {
    days,
    period,
    complete: period.to <= last,
    completeOn: addDays(period.to, maturesAfter),
    effect: null,
    interval: null,
    relative: null,
    relativeInterval: null,
    verdict: 'CANNOT_TELL',
    treatedBefore: null,
    treatedAfter: null,
    controlBefore: null,
    controlAfter: null,
    placebo: null,
    detectable: null,
    rowsNeeded: null,
    degreesOfFreedom: null,
  };
}

function told(horizon: Horizon, found: Estimate, claim: Claim): Horizon {
  const spread = { ...found, variance: found.error ** 2 };
  const matters = mattersOf(claim, found);
  const times = rowsNeededTimes(matters, spread);
  return {
    ...horizon,
    effect: found.difference,
    interval: found.interval,
    relative: found.relative?.value ?? null,
    relativeInterval: found.relative?.interval ?? null,
    verdict: verdictOf(found, matters, claim),
    treatedBefore: found.treatedBefore,
    treatedAfter: found.treatedAfter,
    controlBefore: found.controlBefore,
    controlAfter: found.controlAfter,
    placebo: found.placebo,
    detectable: smallestDetectable(spread),
    rowsNeeded: times === null ? null : Math.ceil(times * found.treatedAfter.rows),
    degreesOfFreedom: found.degreesOfFreedom,
  };
}

/** The effect over all days known, and 30, 60 and 90 days after the start as far as they are known. */
export function look(study: Study): Looked[] {
  const { sides, stretches, before, start, last, claim } = study;
  return LOOKED_AT.map((days) => {
    const to = days === null ? last : addDays(start, days - 1);
    const horizon = emptyHorizon(days, { from: start, to }, study);
    if (!horizon.complete) return { horizon, found: null };
    const after = stretches.flatMap(({ offset }, index) =>
      offset >= 0 && (days === null || offset + STRETCH <= days) ? [index] : [],
    );
    const found = estimate(sides, before, after);
    return { horizon: found ? told(horizon, found, claim) : horizon, found };
  });
}
