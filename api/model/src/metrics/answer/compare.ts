import { polarityOf, type Metric } from '../catalogue.ts';
import { changeInterval, type Figure } from './figure.ts';
import type { ComparedEvent, ComparisonKind, Interval, MetricComparison, Period, Verdict } from './types.ts';

/** Is the change an improvement? Only a significant one of a settled point can be. */
function verdictOf(metric: Metric, change: number, significant: boolean | null): Verdict {
  const polarity = polarityOf(metric);
  if (significant === null) return 'UNKNOWN';
  if (!significant) return 'NOISE';
  if (polarity === 'NEUTRAL') return 'NEUTRAL';
  return change > 0 === (polarity === 'HIGHER_IS_BETTER') ? 'BETTER' : 'WORSE';
}

const excludesZero = (interval: Interval | null): boolean | null => interval && (interval.low > 0 || interval.high < 0);

export interface Compared {
  metric: Metric;
  per: number;
  /** May a verdict be given: are both sides settled and whole? */
  settled: boolean;
}

export function comparisonOf(
  { metric, per, settled }: Compared,
  { kind, event = null }: { kind: ComparisonKind; event?: ComparedEvent | null },
  period: Period,
  figure: Figure,
  other: Figure | null,
): MetricComparison {
  const known = {
    kind,
    event,
    period,
    value: other?.value ?? null,
    numerator: other?.numerator ?? null,
    denominator: other?.denominator ?? null,
    sample: other?.sample ?? null,
  };
  if (!other || figure.value === null || other.value === null) {
    return { ...known, change: null, changeRatio: null, changeInterval: null, significant: null, verdict: 'UNKNOWN' };
  }
  const change = figure.value - other.value;
  const interval = changeInterval(metric, figure, other, per);
  const significant = settled ? excludesZero(interval) : null;
  return {
    ...known,
    change,
    changeRatio: other.value === 0 ? null : change / Math.abs(other.value),
    changeInterval: interval,
    significant,
    verdict: verdictOf(metric, change, significant),
  };
}
