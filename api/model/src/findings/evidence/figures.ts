import {
  answerMetrics,
  metricHead,
  type DimensionFilter,
  type MetricHead,
  type MetricId,
  type MetricPoint,
  type Period,
} from '../../metrics/index.ts';
import { newcombeDifference, relativeDifference, Z95 } from '../../statistics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import type { Initiative, Reading } from '../initiatives/index.ts';
import type { EvidenceSide } from './answer.ts';

/** What every question is asked of. */
export interface Asked {
  reading: Reading;
  shop: string;
  currency: string;
  /** A year of days up to the last one loaded. */
  period: Period;
  asOf: string;
  initiatives: readonly Initiative[];
}

export interface Figure {
  head: MetricHead | null;
  point: MetricPoint | null;
  side: EvidenceSide;
}

interface Slice {
  label: LocalizedText;
  where?: DimensionFilter[];
  period?: Period;
}

/** One figure of the shop, over the year or other days. */
export async function figure(
  asked: Asked,
  metric: MetricId,
  { label, where = [], period = asked.period }: Slice,
): Promise<Figure> {
  const { db, access, bounds } = asked.reading;
  const filters: DimensionFilter[] = [{ dimension: 'SHOP', in: [asked.shop] }, ...where];
  const { series } = await answerMetrics(db, { metrics: [metric], period, where: filters }, access, bounds);
  const point = series[0]?.points[0] ?? null;
  return {
    head: series[0]?.metric ?? metricHead(metric, asked.currency),
    point,
    side: {
      label,
      value: point?.value ?? null,
      numerator: point?.numerator ?? null,
      denominator: point?.denominator ?? point?.sample ?? null,
      rows: { metric, period, where: filters },
    },
  };
}

const counts = ({ numerator, denominator }: EvidenceSide) =>
  numerator !== null && denominator !== null ? { part: numerator, whole: denominator } : null;

/** Fewer rows on a side than this compare to nothing. */
export const LEAST_COMPARED = 20;

/** The difference of two shares, in points and relative. */
export function sharesApart(these: EvidenceSide, those: EvidenceSide) {
  const [a, b] = [counts(these), counts(those)];
  const known =
    a && b && a.whole >= LEAST_COMPARED && b.whole >= LEAST_COMPARED && these.value !== null && those.value !== null;
  if (!known) return null;
  const relative = relativeDifference(a, b);
  return {
    value: (these.value ?? 0) - (those.value ?? 0),
    interval: newcombeDifference(a, b),
    relative: relative?.value ?? null,
    relativeInterval: relative?.interval ?? null,
  };
}

/** The difference of two other figures, from their own intervals. */
export function figuresApart(these: Figure, those: Figure) {
  const [a, b] = [these.point, those.point];
  if (a?.value == null || b?.value == null || !a.interval || !b.interval) return null;
  if (a.sample < LEAST_COMPARED || b.sample < LEAST_COMPARED) return null;
  const value = a.value - b.value;
  const deviation = ({ interval }: MetricPoint) => ((interval?.high ?? 0) - (interval?.low ?? 0)) / 2 / Z95;
  const half = Z95 * Math.hypot(deviation(a), deviation(b));
  return {
    value,
    interval: { low: value - half, high: value + half, method: 'square-and-add' },
    relative: b.value > 0 ? value / b.value : null,
    relativeInterval: null,
  };
}
