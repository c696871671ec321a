/** What is to be made small, and its slope. */
export type Objective = (at: readonly number[]) => { value: number; slope: number[] };

export interface Minimum {
  at: number[];
  value: number;
  steps: number;
  /** The slope is as good as level there. */
  converged: boolean;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, each, index) => sum + each * (b[index] ?? 0), 0);
const along = (at: readonly number[], way: readonly number[], step: number): number[] =>
  at.map((each, index) => each + step * (way[index] ?? 0));
const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => dot(row, vector));
const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (__, column) => (row === column ? 1 : 0)));

/** Halves the step until it lowers the value enough (Armijo 1966); null where none does. */
function stepDown(objective: Objective, at: readonly number[], way: readonly number[], from: number, slope: number) {
  for (let step = 1; step > 1e-10; step /= 2) {
    const next = along(at, way, step);
    const found = objective(next);
    if (Number.isFinite(found.value) && found.value <= from + 1e-4 * step * slope) return { next, found };
  }
  return null;
}

/** The inverse of the curvature, corrected by what a step has shown of it (Broyden, Fletcher, Goldfarb, Shanno 1970). */
function corrected(inverse: number[][], moved: readonly number[], bent: readonly number[]): number[][] {
  const scale = dot(moved, bent);
  if (scale <= 1e-14) return inverse;
  const pulled = times(inverse, bent);
  const factor = (1 + dot(bent, pulled) / scale) / scale;
  return inverse.map((row, i) =>
    row.map((each, j) => {
      const [mi, mj, pi, pj] = [moved[i] ?? 0, moved[j] ?? 0, pulled[i] ?? 0, pulled[j] ?? 0];
      return each + factor * mi * mj - (pi * mj + mi * pj) / scale;
    }),
  );
}

export interface MinimiseFrom {
  start: readonly number[];
  /** Of the curvature there, where it is known. */
  inverse?: number[][] | null;
}

/** Quasi-Newton descent with the slope given (Nocedal, Wright, Numerical Optimization, 2006, algorithm 6.1). */
export function minimise(objective: Objective, from: MinimiseFrom, most = 200): Minimum {
  let at = [...from.start];
  let { value, slope } = objective(at);
  let inverse = from.inverse ?? identity(at.length);
  for (let steps = 0; steps < most; steps += 1) {
    if (Math.max(...slope.map(Math.abs)) < 1e-8) return { at, value, steps, converged: true };
    let way = times(inverse, slope).map((each) => -each);
    if (dot(way, slope) >= 0) {
      inverse = identity(at.length);
      way = slope.map((each) => -each);
    }
    const longest = Math.max(...way.map(Math.abs));
    if (longest > 2) way = way.map((each) => (each * 2) / longest);
    const step = stepDown(objective, at, way, value, dot(way, slope));
    if (!step) return { at, value, steps, converged: Math.max(...slope.map(Math.abs)) < 1e-5 };
    const { next, found } = step;
    inverse = corrected(
      inverse,
      next.map((each, index) => each - (at[index] ?? 0)),
      found.slope.map((each, index) => each - (slope[index] ?? 0)),
    );
    [at, value, slope] = [next, found.value, found.slope];
  }
  return { at, value, steps: most, converged: false };
}

/** The curvature at a point, by differences of the slope. */
export function curvature(objective: Objective, at: readonly number[], step = 1e-4): number[][] {
  const rows = at.map((_, index) => {
    const moved = (by: number) => objective(at.map((each, other) => (other === index ? each + by : each))).slope;
    const [up, down] = [moved(step), moved(-step)];
    return up.map((each, other) => (each - (down[other] ?? 0)) / (2 * step));
  });
  return rows.map((row, i) => row.map((each, j) => (each + (rows[j]?.[i] ?? 0)) / 2));
}

/** Gauss and Jordan's elimination with pivots; null for a matrix without an inverse. */
export function inverted(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const unit = identity(size);
  const rows = matrix.map((row, index) => [...row, ...(unit[index] ?? [])]);
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.reduce(
      (best, row, index) =>
        index >= column && Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? index : best,
      column,
    );
    const [top, own] = [rows[pivot], rows[column]];
    if (!top || !own || Math.abs(top[column] ?? 0) < 1e-12) return null;
    [rows[pivot], rows[column]] = [own, top];
    const lead = top[column] ?? 1;
    const scaled = top.map((each) => each / lead);
    rows[column] = scaled;
    rows.forEach((row, index) => {
      if (index === column) return;
      const factor = row[column] ?? 0;
      rows[index] = row.map((each, at) => each - factor * (scaled[at] ?? 0));
    });
  }
  return rows.map((row) => row.slice(size));
}

/** The variances of functions of estimates from theirs, by their slopes (the delta method). */
export function variancesOf(
  values: (at: readonly number[]) => readonly number[],
  at: readonly number[],
  covariance: readonly (readonly number[])[],
  step = 1e-4,
): number[] {
  const moved = at.map((_, index) => {
    const by = (much: number) => values(at.map((each, other) => (other === index ? each + much : each)));
    return { up: by(step), down: by(-step) };
  });
  return (moved[0]?.up ?? []).map((_, nth) => {
    const slope = moved.map(({ up, down }) => ((up[nth] ?? 0) - (down[nth] ?? 0)) / (2 * step));
    return Math.max(0, dot(slope, times(covariance, slope)));
  });
}
