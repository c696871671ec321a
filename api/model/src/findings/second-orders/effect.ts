import { logRank, Z95, type Interval, type LogRank } from '../../statistics/index.ts';
import { WITHIN_DAYS, type Cell } from './observe.ts';
import type { Difference, EffectVerdict } from './types.ts';

/** Fewer than this many in a stratum of the reference are no yardstick. */
const LEAST_ALIKE = 5;
/** Fewer orders of a group than this say nothing, whatever their interval. */
export const LEAST_ORDERS = 30;

interface Counted {
  orders: number;
  back: number;
}

/** Of each stratum the orders whose 90 days are over, and those of them who came back within: nothing is censored by then. */
function countedBy(cells: readonly Cell[]): Map<string, Counted> {
  const strata = new Map<string, Counted>();
  for (const { stratum, settled, day, event, n } of cells) {
    if (!settled) continue;
    const at = strata.get(stratum) ?? { orders: 0, back: 0 };
    strata.set(stratum, at);
    at.orders += n;
    if (event && day <= WITHIN_DAYS) at.back += n;
  }
  return strata;
}

/**
 * Direct standardisation (Rothman, Greenland, Lash, Modern Epidemiology, 2008, chapter 15): the reference, its strata weighted as the group
 * has them, against the group. Null without orders that have their like.
 */
export function differenceOf(group: readonly Cell[], reference: readonly Cell[]): Difference | null {
  const [own, theirs] = [countedBy(group), countedBy(reference)];
  let [orders, back, unlike, expected, spread] = [0, 0, 0, 0, 0];
  for (const [stratum, { orders: n, back: returned }] of own) {
    const alike = theirs.get(stratum);
    if (!alike || alike.orders < LEAST_ALIKE) {
      unlike += n;
      continue;
    }
    orders += n;
    back += returned;
    expected += (n * alike.back) / alike.orders;
    // One order more of each kind, so that a stratum where nobody came back is not taken for certain.
    const share = (alike.back + 1) / (alike.orders + 2);
    spread += (n ** 2 * share * (1 - share)) / alike.orders;
  }
  if (orders === 0) return null;
  const [share, mean] = [back / orders, expected / orders];
  const smooth = (back + 1) / (orders + 2);
  const [ofGroup, ofReference] = [(smooth * (1 - smooth)) / orders, spread / orders ** 2];
  const value = share - mean;
  const half = Z95 * Math.sqrt(ofGroup + ofReference);
  const interval = { low: value - half, high: value + half, method: 'standardised' };
  return { orders, unlike, share, expected: mean, value, interval, ...relativeOf(share, mean, ofGroup, ofReference) };
}

/** The ratio less one, its interval on the scale of logarithms (Katz et al. 1978). */
function relativeOf(share: number, expected: number, ofGroup: number, ofReference: number) {
  if (expected <= 0) return { relative: null, relativeInterval: null };
  const relative = share / expected - 1;
  if (share <= 0) return { relative, relativeInterval: null };
  const reach = Math.exp(Z95 * Math.sqrt(ofGroup / share ** 2 + ofReference / expected ** 2));
  const interval: Interval = { low: (1 + relative) / reach - 1, high: (1 + relative) * reach - 1, method: 'katz-log' };
  return { relative, relativeInterval: interval };
}

/** All days of both, stratum by stratum. */
export function testOf(group: readonly Cell[], reference: readonly Cell[]): LogRank | null {
  const theirs = Map.groupBy(reference, ({ stratum }) => stratum);
  const own = Map.groupBy(group, ({ stratum }) => stratum);
  return logRank([...own].map(([stratum, one]) => ({ one, other: theirs.get(stratum) ?? [] })));
}

export function verdictOf(difference: Difference | null): EffectVerdict {
  if (!difference || difference.orders < LEAST_ORDERS) return 'too_few';
  if (difference.interval.high < 0) return 'fewer';
  return difference.interval.low > 0 ? 'more' : 'cannot_tell';
}

/** 1.96 for the error of the first kind, 0.84 for one in five of the second (Cohen 1988). */
const REACH = Z95 + 0.841_621_233_572_914_2;

/** How many orders of the group would tell a difference of this size; null where there is none to tell. */
export function neededFor(difference: Difference): number | null {
  const { value, interval, orders } = difference;
  if (value === 0) return null;
  const error = (interval.high - interval.low) / (2 * Z95);
  return Math.ceil(orders * ((REACH * error) / value) ** 2);
}
