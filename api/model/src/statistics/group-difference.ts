import type { Interval } from './interval.ts';
import { Z95 } from './normal.ts';
import { t95 } from './student.ts';

/** What one group (region, channel, carrier) says: its value and the variance that sampling alone gives it. */
export interface GroupValue {
  treated: boolean;
  value: number;
  variance: number;
}

export interface GroupDifference {
  /** Mean of the treated groups minus mean of the others, each group weighed by how well it is known. */
  difference: number;
  error: number;
  /** Of `error`², what more rows of the same groups would make smaller. */
  samplingVariance: number;
  /** How far groups lie apart beyond sampling, as a variance: what more rows do not make smaller. */
  between: number;
  degreesOfFreedom: number;
  /** Null where one group on each side leaves nothing to judge groups by. */
  interval: Interval | null;
  /** Of each group within its side, in the order given; they add up to 1 on either side. */
  weights: number[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Side {
  mean: number;
  weights: number[];
  /** Weighted squares around the mean. */
  q: number;
}

function sideOf(groups: readonly GroupValue[], between: number): Side {
  const weights = groups.map(({ variance }) => 1 / (variance + between));
  const mean = sum(groups.map(({ value }, index) => value * (weights[index] ?? 0))) / sum(weights);
  const q = sum(groups.map(({ value }, index) => (value - mean) ** 2 * (weights[index] ?? 0)));
  return { mean, weights, q };
}

/** DerSimonian and Laird's moment estimator (Controlled Clinical Trials 7, 1986), over both sides at once. */
function betweenGroups(sides: readonly (readonly GroupValue[])[], freedom: number): number {
  if (freedom <= 0) return 0;
  const plain = sides.map((groups) => sideOf(groups, 0));
  const excess = sum(plain.map(({ q }) => q)) - freedom;
  const scale = sum(plain.map(({ weights }) => sum(weights) - sum(weights.map((w) => w ** 2)) / sum(weights)));
  return Math.max(0, excess / scale);
}

/**
 * Difference of two sets of groups that vary by sampling and among themselves: the two-step estimator for grouped data (Donald and
 * Lang, Review of Economics and Statistics 89, 2007) in the form of a random-effects meta-analysis. The interval is Student's with the
 * number of groups less two (or less one), its variance never below that of the weights (Hartung and Knapp, Statistics in Medicine 20,
 * 2001). With one treated group the others tell how far groups stray by themselves (Conley and Taber 2011). Null without a group on
 * either side.
 */
export function groupDifference(groups: readonly GroupValue[]): GroupDifference | null {
  const sides = [groups.filter(({ treated }) => treated), groups.filter(({ treated }) => !treated)];
  const [these = [], others = []] = sides;
  if (these.length === 0 || others.length === 0) return null;
  const freedom = groups.length - 2;
  const between = betweenGroups(sides, freedom);
  const [a, b] = [sideOf(these, between), sideOf(others, between)];
  const byWeights = 1 / sum(a.weights) + 1 / sum(b.weights);
  const stretch = freedom > 0 ? Math.max(1, (a.q + b.q) / freedom) : 1;
  const sampling = sum(
    [[these, a.weights] as const, [others, b.weights] as const].map(
      ([side, weights]) => sum(side.map(({ variance }, i) => variance * (weights[i] ?? 0) ** 2)) / sum(weights) ** 2,
    ),
  );
  const error = Math.sqrt(byWeights * stretch);
  const difference = a.mean - b.mean;
  const half = (freedom > 0 ? t95(freedom) : Z95) * error;
  return {
    difference,
    error,
    samplingVariance: sampling,
    between,
    degreesOfFreedom: freedom,
    weights: groups.map(({ treated, variance }) => 1 / (variance + between) / sum((treated ? a : b).weights)),
    interval: freedom > 0 ? { low: difference - half, high: difference + half, method: 'groups' } : null,
  };
}
