import type { Interval } from '../answer/types.ts';
import { gammaBelow } from '../../statistics/gamma.ts';
import { newcombeDifference } from '../../statistics/intervals.ts';
import { Z95 } from '../../statistics/normal.ts';
import type { Sides } from './decompose.ts';

/** Distances of an interval's ends from the value it is of, once that is multiplied. */
interface Reach {
  down: number;
  up: number;
}
const NONE: Reach = { down: 0, up: 0 };
const reach = ({ low, high }: Interval, value: number, factor: number): Reach => {
  const [below, above] = [Math.abs(factor) * (value - low), Math.abs(factor) * (high - value)];
  return factor >= 0 ? { down: below, up: above } : { down: above, up: below };
};

/**
 * The range of what a slice brings to a quotient: the range of its rate's change and Newcombe's of its share's change, each by its
 * factor, squared and added (the method of variance estimates recovery: Zou and Donner, Statistics in Medicine 27, 2008). The totals
 * are taken as known. null where the rate's change has no range.
 */
export function contributionInterval(
  { now, before }: Sides,
  total: Sides,
  contribution: number,
  { rateChange, times }: { rateChange: Interval | null; times: number },
): Interval | null {
  const inBoth = now.d > 0 && before.d > 0;
  const share = newcombeDifference({ part: now.d, whole: total.now.d }, { part: before.d, whole: total.before.d });
  if (!share || (inBoth && !rateChange)) return null;
  const [w1, w0] = [now.d / total.now.d, before.d / total.before.d];
  const rates = [now, before].flatMap(({ n, d }) => (d === 0 ? [] : [n / d]));
  const mean = (total.now.n / total.now.d + total.before.n / total.before.d) / 2;
  const level = rates.reduce((sum, rate) => sum + rate, 0) / rates.length - mean;
  const ofShare = reach(share, w1 - w0, level * times);
  const change = ((rates[0] ?? 0) - (rates[1] ?? 0)) * times;
  const ofRate = inBoth && rateChange ? reach(rateChange, change, (w0 + w1) / 2) : NONE;
  return {
    low: contribution - Math.hypot(ofShare.down, ofRate.down),
    high: contribution + Math.hypot(ofShare.up, ofRate.up),
    method: 'mover',
  };
}

/** How likely chance alone brings as much, from the interval's reach towards 0: two-sided, normal. */
export function chanceOf(contribution: number, { low, high }: Interval): number {
  if (contribution === 0) return 1;
  const towards = contribution > 0 ? contribution - low : high - contribution;
  if (towards <= 0) return 0;
  const z = (Z95 * Math.abs(contribution)) / towards;
  return 1 - gammaBelow(0.5, z ** 2 / 2);
}

/**
 * Which of several findings are none of chance, as all of them were looked for: the smallest of m must be below 5 % / m, the next below
 * 5 % / (m − 1) and so on, up to the first that is not (S. Holm, Scandinavian Journal of Statistics 6, 1979).
 */
export function beyondChance(chances: readonly (number | null)[]): (boolean | null)[] {
  const known = chances.flatMap((chance, index) => (chance === null ? [] : [{ chance, index }]));
  const found = new Set<number>();
  for (const [place, { chance, index }] of known.toSorted((a, b) => a.chance - b.chance).entries()) {
    if (chance > 0.05 / (known.length - place)) break;
    found.add(index);
  }
  return chances.map((chance, index) => (chance === null ? null : found.has(index)));
}
