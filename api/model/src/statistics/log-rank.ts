import { gammaBelow } from './gamma.ts';
import type { Interval } from './interval.ts';
import { daysOf, type Observed } from './kaplan-meier.ts';
import { Z95 } from './normal.ts';

/** Two groups within one stratum. */
export interface TwoGroups {
  one: readonly Observed[];
  other: readonly Observed[];
}

export interface LogRank {
  /** Events in the first group, and how many it would have had with the pace of both together. */
  observed: number;
  expected: number;
  variance: number;
  chiSquare: number;
  pValue: number;
  /** How fast the first has its events against the other, 1: as fast. Peto's one-step estimate (Yusuf, Peto et al. 1985). */
  paceRatio: number;
  interval: Interval;
}

/** Share of χ² with one degree of freedom above a value. */
const chiSquareAbove = (value: number): number => 1 - gammaBelow(0.5, value / 2);

/** Observed, expected and hypergeometric variance of the first group, summed over the days of events of one stratum. */
function inStratum({ one, other }: TwoGroups): Pick<LogRank, 'observed' | 'expected' | 'variance'> {
  const days = daysOf([...one, ...other]);
  const own = new Map(daysOf(one).map((each) => [each.day, each]));
  let risk = one.reduce((sum, { n }) => sum + n, 0);
  let all = risk + other.reduce((sum, { n }) => sum + n, 0);
  const sums = { observed: 0, expected: 0, variance: 0 };
  for (const { day, events, left } of days) {
    const mine = own.get(day);
    if (events > 0) {
      const share = risk / all;
      sums.observed += mine?.events ?? 0;
      sums.expected += events * share;
      if (all > 1) sums.variance += (events * share * (1 - share) * (all - events)) / (all - 1);
    }
    risk -= mine?.left ?? 0;
    all -= left;
  }
  return sums;
}

/**
 * The log-rank test of two groups (Mantel 1966; Peto, Peto 1972), stratified where there are several strata: like is compared with
 * like, and the sums are added. Null where no day of events had both groups at risk.
 */
export function logRank(strata: readonly TwoGroups[]): LogRank | null {
  const sums = strata.map(inStratum);
  const total = (key: 'observed' | 'expected' | 'variance') => sums.reduce((sum, each) => sum + each[key], 0);
  const [observed, expected, variance] = [total('observed'), total('expected'), total('variance')];
  if (variance <= 0) return null;
  const away = observed - expected;
  const chiSquare = away ** 2 / variance;
  const pace = (shift: number) => Math.exp(away / variance + shift / Math.sqrt(variance));
  const interval = { low: pace(-Z95), high: pace(Z95), method: 'peto' };
  const pValue = chiSquareAbove(chiSquare);
  return { observed, expected, variance, chiSquare, pValue, paceRatio: pace(0), interval };
}
