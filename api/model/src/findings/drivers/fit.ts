import {
  added,
  correlations,
  crossProducts,
  drawBlocks,
  percentileInterval,
  relativeWeights,
  sequence,
  type Correlations,
  type CrossProducts,
} from '../../statistics/index.ts';
import { NOISES, type Design } from './design.ts';
import type { FactorId } from './factors/index.ts';

/** Customers lie in this many blocks, which are drawn anew as wholes; a fit is repeated so often. */
const BLOCKS = 100;
const REFITS = 200;

interface Range {
  low: number;
  high: number;
}

export interface FittedFactor {
  factor: FactorId;
  /** Share of the outcome's variance. */
  raw: number;
  /** The same of what all factors explain. */
  weight: number;
  weightInterval: Range;
  /** The interval of its weight beyond that of as many columns of noise lies above 0. */
  beyondChance: boolean;
  /** Of a single column: what one more of it goes with. */
  effect: number | null;
  effectInterval: Range | null;
}

export interface Fit {
  explained: number;
  explainedInterval: Range;
  factors: FittedFactor[];
  correlation: (a: FactorId, b: FactorId) => number;
}

interface Once {
  raw: Float64Array;
  /** Of the mean column of noise. */
  noise: number;
  slopes: Float64Array;
  explained: number;
}

/** Columns of each factor; those of the noise are apart. */
function groupsOf({ columns }: Design): Map<FactorId, number[]> {
  const groups = new Map<FactorId, number[]>();
  for (const [at, { factor }] of columns.entries()) {
    if (factor === null) continue;
    groups.set(factor, [...(groups.get(factor) ?? []), at]);
  }
  return groups;
}

/** One regression of the outcome on all columns and the noise, which stands behind them. */
function fitOnce(whole: CrossProducts): { once: Once; found: Correlations } {
  const found = correlations(whole);
  const { weights, betas, rSquared } = relativeWeights(found.among, found.withOutcome);
  const outcome = found.spreads.at(-1)!;
  const slopes = betas.map((beta, at) => (found.spreads[at]! > 0 ? (beta * outcome) / found.spreads[at]! : 0));
  const noise = weights.slice(-NOISES).reduce((sum, weight) => sum + weight, 0);
  // The noise is no factor: what it explains is chance, and counts for nothing.
  return { once: { raw: weights, noise: noise / NOISES, slopes, explained: rSquared - noise }, found };
}

const sumOf = (values: Float64Array, at: readonly number[]): number => at.reduce((sum, i) => sum + values[i]!, 0);

/** The interval of refits, around the figure itself. */
function around(value: number, replicates: Float64Array): Range {
  const { low, high } = percentileInterval(replicates) ?? { low: value, high: value };
  return { low: Math.min(low, value), high: Math.max(high, value) };
}

/**
 * A linear model of the outcome (1 or 0) on all factors at once, what it explains given to the factors by Johnson’s weights, and
 * the whole repeated on customers drawn anew. A weight is never below 0, so it is held against that of a column of pure noise in
 * the same regression (Tonidandel, LeBreton and Johnson, Psychological Methods 14:387–399, 2009).
 */
export function fitDrivers(design: Design, customerBlock: Uint16Array): Fit {
  const blocks = crossProducts(
    design.rows,
    design.columns.length,
    customerBlock.map((block) => block % BLOCKS),
    BLOCKS,
  );
  const { once, found } = fitOnce(added(blocks));
  const random = sequence(1);
  const drawn = new Uint16Array(BLOCKS);
  const refits = Array.from({ length: REFITS }, () => fitOnce(added(blocks, drawBlocks(BLOCKS, random, drawn))).once);
  const groups = groupsOf(design);
  const predictors = design.columns.length - 1;
  return {
    explained: once.explained,
    explainedInterval: around(
      once.explained,
      Float64Array.from(refits, ({ explained }) => explained),
    ),
    factors: [...groups].map(([factor, at]) => {
      const raw = sumOf(once.raw, at);
      // The levels of a category add up to one: of the last nothing is left to say.
      const free = Math.max(1, at.length - 1);
      const beyond = percentileInterval(Float64Array.from(refits, (each) => sumOf(each.raw, at) - free * each.noise));
      const single = at.length === 1 ? at[0]! : null;
      return {
        factor,
        raw,
        weight: once.explained > 0 ? raw / once.explained : 0,
        weightInterval: around(
          once.explained > 0 ? raw / once.explained : 0,
          Float64Array.from(refits, (each) => (each.explained > 0 ? sumOf(each.raw, at) / each.explained : 0)),
        ),
        beyondChance: beyond !== null && beyond.low > 0,
        effect: single === null ? null : once.slopes[single]!,
        effectInterval:
          single === null
            ? null
            : around(
                once.slopes[single]!,
                Float64Array.from(refits, (each) => each.slopes[single]!),
              ),
      };
    }),
    correlation: (a, b) => {
      const [one, other] = [groups.get(a), groups.get(b)];
      if (one?.length !== 1 || other?.length !== 1) return 0;
      return found.among[one[0]! * predictors + other[0]!]!;
    },
  };
}
