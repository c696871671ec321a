import type { Metric } from '../catalogue.ts';
import { isShare } from '../grammar.ts';
import { balanceDifference, balanceInterval } from '../../statistics/balance.ts';
import {
  compoundPoissonChange,
  newcombeDifference,
  poissonChange,
  squareAndAdd,
  studentMean,
  welchDifference,
  wilson,
  type Moments,
} from '../../statistics/intervals.ts';
import {
  compoundPoissonRate,
  compoundPoissonRateDifference,
  poissonRate,
  poissonRateDifference,
} from '../../statistics/poisson.ts';
import { logLog } from '../../statistics/survival.ts';
import type { Interval } from './types.ts';

/** A figure in the metric's unit, with what its interval needs in stored units. */
export interface Figure {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  sample: number;
  interval: Interval | null;
  moments: Moments;
  /** The value lies within 1 % of this: it comes from bins alone. */
  approximate?: boolean;
}

/** Nothing is known, not even that there is nothing. */
export const unknownFigure: Figure = {
  value: null,
  numerator: null,
  denominator: null,
  sample: 0,
  interval: null,
  moments: { sum: 0, squares: 0, n: 0 },
};

export type RawNumbers = readonly (number | null)[];
const NOTHING: RawNumbers = [null, null, null, null, null];

/** How a stored number becomes one of the metric's unit. */
interface Scale {
  per: number;
  times: number;
}
const scaleOf = ({ unit }: Metric, per: number): Scale => ({ per, times: unit.times ?? 1 });
const scaled = (interval: Interval | null, { per, times }: Scale): Interval | null =>
  interval && { low: (interval.low * times) / per, high: (interval.high * times) / per, method: interval.method };

/** A quotient of two numbers; what has nothing to be divided by has no value. */
function quotient(moments: Moments, scale: Scale, interval: Interval | null): Figure {
  const { sum, n } = moments;
  return {
    value: n > 0 ? ((sum / n) * scale.times) / scale.per : null,
    numerator: sum / scale.per,
    denominator: n,
    sample: n,
    interval: scaled(interval, scale),
    moments,
  };
}

const plain = (moments: Moments, { per }: Scale, sample: number): Figure => ({
  value: moments.sum / per,
  numerator: moments.sum / per,
  denominator: null,
  sample,
  interval: null,
  moments,
});

function percentileFigure([value, n, low, high, approximate]: RawNumbers, { per }: Scale): Figure {
  const known = low != null && high != null;
  return {
    value: value == null ? null : value / per,
    numerator: null,
    denominator: n ?? 0,
    sample: n ?? 0,
    interval: known ? { low: low / per, high: high / per, method: 'order-statistics' } : null,
    moments: { sum: value ?? 0, squares: 0, n: n ?? 0 },
    approximate: approximate === 1,
  };
}

/** The share that is back is no quotient: who is still under observation counts for as long as seen. */
function survivalFigure([back, n, spread]: RawNumbers): Figure {
  const value = back ?? null;
  return {
    value,
    numerator: null,
    denominator: n ?? 0,
    sample: n ?? 0,
    interval: value === null ? null : logLog(value, spread ?? 0),
    moments: { sum: value ?? 0, squares: 0, n: n ?? 0 },
  };
}

const isAmount = (metric: Extract<Metric, { kind: 'across' }>): boolean =>
  metric.part !== 'every row' && 'amount' in metric.part;

/** What the four numbers of a reading mean for this kind. No row at all: a count of 0, and no value for what needs a whole. */
export function figureOf(metric: Metric, numbers: RawNumbers = NOTHING, per: number): Figure {
  const scale = scaleOf(metric, per);
  const moments = { sum: numbers[0] ?? 0, squares: numbers[2] ?? 0, n: numbers[1] ?? 0 };
  const { sum, n } = moments;
  switch (metric.kind) {
    case 'count':
    case 'distinct':
    case 'customers':
      return plain({ sum, squares: 0, n: sum }, scale, sum);
    case 'sum':
      return plain(moments, scale, n);
    case 'stock':
      if (!metric.whole) return plain(moments, scale, Math.abs(metric.things ? n : sum));
      return quotient(moments, scale, isShare(metric) && !metric.amounts ? wilson(sum, n) : null);
    case 'mean':
    case 'per_customer':
      return quotient(moments, scale, studentMean(moments));
    case 'ratio':
    case 'repeat':
    case 'repurchase':
    case 'retention':
    case 'depth':
    case 'customer_share':
      return quotient(moments, scale, wilson(sum, n));
    case 'survival':
      return survivalFigure(numbers);
    case 'rate':
      return quotient(moments, scale, poissonRate(sum, n));
    case 'across':
      return quotient(moments, scale, isAmount(metric) ? compoundPoissonRate(moments, n) : poissonRate(sum, n));
    case 'index':
      return quotient(moments, scale, balanceInterval(moments));
    case 'percentile':
      return percentileFigure(numbers, scale);
  }
}

/** From the bounds of each side, where there is nothing to add up. */
function changeOfBounds(figure: Figure, other: Figure, method: string): Interval | null {
  const { value, interval } = figure;
  if (value === null || other.value === null || !interval || !other.interval) return null;
  return squareAndAdd(value, interval, other.value, other.interval, method);
}

function rateChange(metric: Metric, a: Moments, b: Moments): Interval | null {
  if (metric.kind === 'across' && isAmount(metric))
    return compoundPoissonRateDifference({ ...a, exposure: a.n }, { ...b, exposure: b.n });
  return poissonRateDifference({ events: a.sum, exposure: a.n }, { events: b.sum, exposure: b.n });
}

/** The interval of `figure − other`, in the metric's unit; null where it cannot be told. */
export function changeInterval(metric: Metric, figure: Figure, other: Figure, per: number): Interval | null {
  const scale = scaleOf(metric, per);
  const [a, b] = [figure.moments, other.moments];
  switch (metric.kind) {
    case 'count':
    case 'distinct':
    case 'customers':
      return poissonChange(a.sum, b.sum);
    case 'sum':
      return scaled(compoundPoissonChange(a, b), scale);
    case 'mean':
    case 'per_customer':
      return scaled(welchDifference(a, b), scale);
    case 'ratio':
    case 'repeat':
    case 'repurchase':
    case 'retention':
    case 'depth':
    case 'customer_share':
      return scaled(newcombeDifference({ part: a.sum, whole: a.n }, { part: b.sum, whole: b.n }), scale);
    case 'stock': // two levels share most of their customers: no sampling tells how far they may lie apart
      return null;
    case 'rate':
    case 'across':
      return scaled(rateChange(metric, a, b), scale);
    case 'index':
      return scaled(balanceDifference(a, b), scale);
    case 'percentile':
      return changeOfBounds(figure, other, 'order-statistics');
    case 'survival':
      return changeOfBounds(figure, other, 'log-log');
  }
}
