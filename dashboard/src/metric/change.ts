import type {
  ComparisonKind,
  DimensionValue,
  MetricAnswer,
  MetricComparison,
  MetricHead,
  MetricSeries,
} from './types.ts';
import { hasChange } from './status.ts';
import { comparisonOf, slicesOf } from './types.ts';

export interface Contribution {
  key: DimensionValue;
  /** This slice's part of the total's change, in the metric's own unit; the parts of all slices add up to it. */
  part: number;
  before: number | null;
  now: number | null;
  sample: number;
  significant: boolean;
}

export interface Change {
  metric: MetricHead;
  comparison: MetricComparison;
  value: number;
  sample: number;
  /** Half widths of the interval of the change: 1 is the border of noise. */
  strength: number;
  noise: boolean;
  /** False while outcomes of the period are still to come: then nothing is sure, whatever the interval says. */
  mature: boolean;
  contributions: Contribution[];
}

const additive = new Set(['COUNT', 'MONEY']);

/** How many times its own 95% half width a change measures; without an interval, the API's own verdict decides the rank. */
export function strengthOf(comparison: MetricComparison): number {
  const change = Math.abs(comparison.change ?? 0);
  const interval = comparison.changeInterval;
  if (interval) {
    const half = (interval.high - interval.low) / 2;
    return half > 0 ? change / half : change > 0 ? Infinity : 0;
  }
  return comparison.significant ? 1 + Math.abs(comparison.changeRatio ?? 0) : 0;
}

/**
 * Parts of a ratio's change by slice: what the slice's own rate moved at its present weight, and what its weight moved
 * away from the old mean. Only sums of numerators and denominators are used, so the parts add up exactly.
 */
function ratioPart(
  series: MetricSeries,
  comparison: MetricComparison,
  total: { now: number; before: number; rate: number },
): number | undefined {
  const point = series.points[0];
  if (!point || point.numerator == null || point.denominator == null) return undefined;
  const now = point.numerator - total.rate * point.denominator;
  const before = (comparison.numerator ?? 0) - total.rate * (comparison.denominator ?? 0);
  return now / total.now - before / total.before;
}

export function contributionsOf(
  slices: readonly MetricSeries[],
  total: MetricSeries,
  kind: ComparisonKind,
): Contribution[] {
  const point = total.points[0];
  const whole = comparisonOf(point, kind);
  if (!point || !whole || whole.value == null) return [];
  const sums = { now: point.denominator ?? 0, before: whole.denominator ?? 0, rate: whole.value };
  const ratio = !additive.has(total.metric.unit);
  if (ratio && (sums.now === 0 || sums.before === 0)) return [];
  return slices
    .flatMap((series) => {
      const slice = series.points[0];
      const comparison = comparisonOf(slice, kind);
      const [key] = series.key;
      if (!slice || !comparison || !key || slice.suppressed) return [];
      const part = ratio ? ratioPart(series, comparison, sums) : comparison.change;
      if (part === undefined || part === null) return [];
      return [
        {
          key,
          part,
          before: comparison.value ?? null,
          now: slice.value ?? null,
          sample: slice.sample,
          significant: comparison.significant === true,
        },
      ];
    })
    .toSorted((a, b) => Math.abs(b.part) - Math.abs(a.part));
}

/** Every headline change, strongest first; what noise could have done comes last and is called so. */
export function rankChanges(
  totals: MetricAnswer,
  byRegion: MetricAnswer | undefined,
  metrics: readonly string[],
  kind: ComparisonKind,
): Change[] {
  return metrics
    .flatMap((id): Change[] => {
      const total = slicesOf(totals, id)[0];
      const point = total?.points[0];
      const comparison = comparisonOf(point, kind);
      if (!total || !point || point.value == null || !comparison || !hasChange(total.metric, comparison)) return [];
      const noise = comparison.significant !== true;
      const contributions = byRegion && !noise ? contributionsOf(slicesOf(byRegion, id), total, kind) : [];
      return [
        {
          metric: total.metric,
          comparison,
          value: point.value,
          sample: point.sample,
          strength: strengthOf(comparison),
          noise,
          mature: point.mature,
          contributions,
        },
      ];
    })
    .toSorted((a, b) => Number(a.noise) - Number(b.noise) || b.strength - a.strength);
}
