import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** How much of a regression's explained variance goes with each predictor, and the regression itself. */
export interface RelativeWeights {
  /** One a predictor, never negative; they add up to `rSquared`. */
  weights: Float64Array;
  /** Share of the outcome's variance that all predictors explain together, 0 to 1. */
  rSquared: number;
  /** Standardised coefficients of the same regression; of predictors that say the same thing, the shortest solution. */
  betas: Float64Array;
}

/** Directions with less of the predictors' variance than this are rounding: predictors that add up to one another. */
const NOTHING = 1e-9;

/**
 * Johnson’s relative weights (Multivariate Behavioral Research 35:1–19, 2000). The predictors are replaced by the closest set of
 * uncorrelated variables; the outcome is regressed on these, and what each explains is handed back to the predictors by how much of
 * it they are. From correlations alone: `among` of the predictors with one another, row by row, `withOutcome` of each with the outcome.
 * A predictor that never varies has 0 everywhere, and weight 0. All levels of a category may stand side by side: the inverse is
 * Moore and Penrose's, so no level is singled out as the one the others are compared with.
 */
export function relativeWeights(among: Float64Array, withOutcome: Float64Array): RelativeWeights {
  const size = withOutcome.length;
  const weights = new Float64Array(size);
  const betas = new Float64Array(size);
  if (size === 0) return { weights, rSquared: 0, betas };
  const { values, vectors } = eigen(among, size);
  const least = NOTHING * Math.max(...values);
  // In the predictors' own directions: what each direction has of the outcome, and the outcome over its length.
  const coefficients = new Float64Array(size); // of the uncorrelated variables
  for (let direction = 0; direction < size; direction++) {
    const value = values[direction]!;
    if (value <= least) continue;
    let shared = 0;
    for (let row = 0; row < size; row++) shared += vectors[row * size + direction]! * withOutcome[row]!;
    const root = shared / Math.sqrt(value);
    for (let row = 0; row < size; row++) {
      coefficients[row]! += vectors[row * size + direction]! * root;
      betas[row]! += (vectors[row * size + direction]! * shared) / value;
    }
  }
  return {
    weights: handBack(values, vectors, coefficients, least, weights),
    rSquared: sumOfSquares(coefficients),
    betas,
  };
}

/** Predictor j has weight Σₖ λⱼₖ² βₖ², λ being the root of the correlation matrix. */
function handBack(
  values: Float64Array,
  vectors: Float64Array,
  coefficients: Float64Array,
  least: number,
  weights: Float64Array,
): Float64Array {
  const size = weights.length;
  const scaled = new Float64Array(size * size); // V √D
  for (let direction = 0; direction < size; direction++) {
    const root = values[direction]! > least ? Math.sqrt(values[direction]!) : 0;
    for (let row = 0; row < size; row++) scaled[row * size + direction] = vectors[row * size + direction]! * root;
  }
  for (let row = 0; row < size; row++) {
    for (let other = 0; other <= row; other++) {
      let loading = 0;
      for (let direction = 0; direction < size; direction++)
        loading += scaled[row * size + direction]! * vectors[other * size + direction]!;
      const square = loading * loading;
      weights[row]! += square * coefficients[other]! ** 2;
      if (other !== row) weights[other]! += square * coefficients[row]! ** 2;
    }
  }
  return weights;
}

function eigen(symmetric: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const matrix = Matrix.from1DArray(size, size, symmetric);
  const found = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  return {
    values: Float64Array.from(found.realEigenvalues),
    vectors: Float64Array.from(found.eigenvectorMatrix.to1DArray()),
  };
}

const sumOfSquares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);
