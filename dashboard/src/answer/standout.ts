import type { MetricPoint } from '../metric/types.ts';

/** Of two, nothing stands out; of so few, the eye sees it. */
const FEWEST = 3;
/** Half width of a 95% interval in standard errors. */
const USUAL = 1.96;

/**
 * How much wider an interval must be for the best or worst of so many: picked out of twenty, one lies beyond its own 95%
 * interval by chance alone (Bonferroni; normal quantile by its tail expansion, Abramowitz & Stegun 26.2.12).
 */
export function widening(many: number): number {
  const tail = Math.log(many / 0.025);
  return Math.max(1, Math.sqrt(2 * tail - Math.log(4 * Math.PI * tail)) / USUAL);
}

type Rated = MetricPoint & { value: number };

const isRated = (point: MetricPoint): point is Rated =>
  point.value != null && point.interval != null && point.status !== 'TOO_FEW' && !point.suppressed && point.mature;

export interface Standout<Row> {
  row: Row;
  point: Rated;
  /** How many it was picked from. */
  many: number;
  /** Apart from the whole even for one picked out of so many. */
  apart: boolean;
}

/** The row that lies furthest on one side, and whether it lies apart from the whole by more than being picked explains; null where too few can be rated. */
export function standout<Row>(
  rows: readonly Row[],
  pointOf: (row: Row) => MetricPoint | undefined,
  whole: number | null | undefined,
  side: 'highest' | 'lowest',
): Standout<Row> | null {
  const rated = rows.flatMap((row) => {
    const point = pointOf(row);
    return point && isRated(point) ? [{ row, point }] : [];
  });
  const [first, ...others] = rated;
  if (!first || rated.length < FEWEST || whole == null) return null;
  const sign = side === 'highest' ? 1 : -1;
  const best = others.reduce((a, b) => (sign * (b.point.value - a.point.value) > 0 ? b : a), first);
  const { value, interval } = best.point;
  const near = sign > 0 ? value - (interval?.low ?? value) : (interval?.high ?? value) - value;
  return {
    ...best,
    many: rated.length,
    apart: sign * (value - whole) > near * widening(rated.length),
  };
}
