/** What a linear model needs to know of its rows, and nothing more: their number, sums, and sums of products of any two columns. */
export interface CrossProducts {
  n: number;
  sums: Float64Array;
  /** Row by row; only the half on and below the diagonal is kept. */
  products: Float64Array;
}

const none = (columns: number): CrossProducts => ({
  n: 0,
  sums: new Float64Array(columns),
  products: new Float64Array(columns * columns),
});

/** Of each block of rows its own, so that they can be added up again in any mixture. Rows lie one after the other in `rows`. */
export function crossProducts(
  rows: Float64Array,
  columns: number,
  blockOf: Uint16Array,
  blocks: number,
): CrossProducts[] {
  const found = Array.from({ length: blocks }, () => none(columns));
  const filled = new Uint16Array(columns);
  for (let row = 0; row < blockOf.length; row++) {
    const into = found[blockOf[row]!]!;
    const start = row * columns;
    into.n++;
    // Most columns are levels of categories, and of those most are 0.
    let count = 0;
    for (let column = 0; column < columns; column++) if (rows[start + column] !== 0) filled[count++] = column;
    for (let i = 0; i < count; i++) {
      const column = filled[i]!;
      const value = rows[start + column]!;
      into.sums[column]! += value;
      for (let j = 0; j <= i; j++) into.products[column * columns + filled[j]!]! += value * rows[start + filled[j]!]!;
    }
  }
  return found;
}

/** The sum of blocks, each as often as `times` says; without it once. */
export function added(blocks: readonly CrossProducts[], times?: Uint16Array): CrossProducts {
  const columns = blocks[0]?.sums.length ?? 0;
  const sum = none(columns);
  for (const [at, block] of blocks.entries()) {
    const count = times ? times[at]! : 1;
    if (count === 0) continue;
    sum.n += count * block.n;
    for (let i = 0; i < columns; i++) sum.sums[i]! += count * block.sums[i]!;
    for (let i = 0; i < block.products.length; i++) sum.products[i]! += count * block.products[i]!;
  }
  return sum;
}

export interface Correlations {
  n: number;
  means: Float64Array;
  /** Standard deviations; 0 where a column never varies. */
  spreads: Float64Array;
  /** Of all columns but the last with one another, row by row. */
  among: Float64Array;
  /** Of each with the last column, the outcome. */
  withOutcome: Float64Array;
}

/** A variance below this share of the mean square is rounding. */
const ROUNDING = 1e-12;

/** Pearson's correlations; 0 with a column that never varies. */
export function correlations({ n, sums, products }: CrossProducts): Correlations {
  const columns = sums.length;
  const predictors = columns - 1;
  const means = sums.map((sum) => sum / n);
  const spreads = means.map((mean, i) => {
    const square = products[i * columns + i]! / n;
    const variance = square - mean * mean;
    return variance > ROUNDING * square ? Math.sqrt(variance) : 0;
  });
  const among = new Float64Array(predictors * predictors);
  const withOutcome = new Float64Array(predictors);
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j <= i; j++) {
      const spread = spreads[i]! * spreads[j]!;
      const value = spread === 0 ? 0 : i === j ? 1 : (products[i * columns + j]! / n - means[i]! * means[j]!) / spread;
      if (i < predictors) among[i * predictors + j] = among[j * predictors + i] = value;
      else if (j < predictors) withOutcome[j] = value;
    }
  }
  return { n, means, spreads, among, withOutcome };
}
