import { polarityOf, type Metric } from '../catalogue.ts';
import type { Dimension } from '../../vocabulary/index.ts';
import { poissonChange } from '../../statistics/intervals.ts';
import type { Interval, Verdict } from '../answer/types.ts';
import { hiddenAmong, isSmall } from '../answer/suppression.ts';
import { decomposeQuotient, decomposeSum, together, type Decomposed, type Sides } from './decompose.ts';
import { titleOf } from './explainable.ts';
import { beyondChance, chanceOf, contributionInterval } from './significance.ts';
import type { Compared, Reckoning } from './slices.ts';
import type { ContributionCut, ContributionSlice, Parts } from './types.ts';

/** What all cuts of one change share. */
export interface Explaining {
  metric: Metric;
  reckoning: Reckoning;
  total: Sides;
  /** May a part be judged: is the change settled? */
  settled: boolean;
  hideSmall: boolean;
  limit: number;
}

const timesOf = ({ unit }: Metric): number => unit.times ?? 1;

export const decompose = ({ metric, reckoning, total }: Explaining, slices: readonly Sides[]): Decomposed =>
  reckoning.per === null
    ? decomposeQuotient(slices, total, timesOf(metric))
    : decomposeSum(slices, total, reckoning.per);

function intervalOf({ metric, reckoning, total }: Explaining, slice: Compared, contribution: number): Interval | null {
  if (metric.kind === 'stock') return null;
  if (reckoning.per === null)
    return contributionInterval(slice.sides, total, contribution, { rateChange: slice.change, times: timesOf(metric) });
  // Of a count that came or went there is no ratio, but the sum of both counts tells how far chance reaches.
  return slice.change ?? (metric.kind === 'count' ? poissonChange(slice.sides.now.n, slice.sides.before.n) : null);
}

function verdictOf(metric: Metric, contribution: number, significant: boolean | null): Verdict {
  const polarity = polarityOf(metric);
  if (significant === null) return 'UNKNOWN';
  if (!significant) return 'NOISE';
  if (polarity === 'NEUTRAL') return 'NEUTRAL';
  return contribution > 0 === (polarity === 'HIGHER_IS_BETTER') ? 'BETTER' : 'WORSE';
}

/** A rate of few is not to be judged; a count of few is a count. */
const isFew = ({ metric }: Explaining, { sample, sampleBefore }: Compared): boolean =>
  metric.denominator !== undefined && Math.max(sample, sampleBefore) < metric.minSample;

/** Slices that point at persons, in either period, and those that would give them away: as in figures of either period alone. */
function withheld({ hideSmall }: Explaining, slices: readonly Compared[]): Set<number> {
  if (!hideSmall) return new Set();
  return new Set([
    ...hiddenAmong(slices.map(({ sample }) => sample)),
    ...hiddenAmong(slices.map(({ sampleBefore }) => sampleBefore)),
  ]);
}

function weightsOf({ total, reckoning }: Explaining, { now, before }: Sides): [number | null, number | null] {
  const part = reckoning.per === null ? 'd' : 'n';
  const share = (own: number, all: number) => (all > 0 && own >= 0 ? own / all : null);
  return [share(now[part], total.now[part]), share(before[part], total.before[part])];
}

/**
 * How far the change lies elsewhere than the slices' sizes alone would put it: half the distances between what each slice brings beyond
 * chance and its share of the earlier period's weight in the change, over the change. 0: everywhere alike.
 */
function concentrationOf(change: number, slices: readonly ContributionSlice[]): number | null {
  if (change === 0) return null;
  const apart = slices.map(({ contribution, weightBefore, significant }) =>
    significant ? Math.abs(contribution - (weightBefore ?? 0) * change) : 0,
  );
  return apart.reduce((sum, each) => sum + each, 0) / (2 * Math.abs(change));
}

interface Told {
  slice: Compared;
  part: Parts;
  few: boolean;
}

/** The slices that may be told one by one, largest part first, each held against chance as one of all. */
function judged(explaining: Explaining, told: readonly Told[]): ContributionSlice[] {
  const { metric, settled } = explaining;
  const own = told.filter(({ few }) => !few);
  const ranges = own.map(({ slice, part }) => intervalOf(explaining, slice, part.contribution));
  const findings = beyondChance(
    own.map(({ part }, index) => {
      const range = ranges[index];
      return settled && range ? chanceOf(part.contribution, range) : null;
    }),
  );
  const shown = own.map(({ slice, part }, index): ContributionSlice => {
    const { sides, change: _, ...figures } = slice;
    const [weight, weightBefore] = weightsOf(explaining, sides);
    const significant = findings[index] ?? null;
    const verdict = verdictOf(metric, part.contribution, significant);
    return { ...figures, weight, weightBefore, ...part, interval: ranges[index] ?? null, significant, verdict };
  });
  return shown.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}

/** One cut: its slices by what they bring, the largest first; all the others together, so that the sum is the change. */
export function cutOf(
  explaining: Explaining,
  by: readonly Dimension[],
  slices: readonly Compared[],
  beyond: Sides | undefined,
): ContributionCut {
  const { reckoning, limit } = explaining;
  const { change, parts } = decompose(explaining, [...slices.map(({ sides }) => sides), ...(beyond ? [beyond] : [])]);
  const hidden = withheld(explaining, slices);
  const told = slices.map((slice, index): Told => ({
    slice,
    part: parts[index] as Parts,
    few: hidden.has(index) || isFew(explaining, slice),
  }));
  const shown = judged(explaining, told);
  const few = told.flatMap((each) => (each.few ? [each.part] : []));
  const later = shown.slice(limit);
  return {
    by: [...by],
    title: titleOf(by),
    ...together(parts, reckoning.per),
    slices: shown.slice(0, limit),
    rest: {
      slices: later.length + few.length,
      tooFew: few.length,
      ...together([...later, ...few, ...parts.slice(slices.length)], reckoning.per),
    },
    concentration: concentrationOf(change, shown),
  };
}

export const isWithheld = (sample: number, sampleBefore: number): boolean => isSmall(sample) || isSmall(sampleBefore);
