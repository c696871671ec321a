import type { Metric } from '../catalogue.ts';
import {
  compoundPoissonChange,
  newcombeDifference,
  poissonChange,
  squareAndAdd,
  studentMean,
  welchDifference,
  wilson,
  type Moments,
} from '../intervals/intervals.ts';
import type { Interval } from './types.ts';

/** A figure in the metric's unit, with what its interval needs in stored units. */
export interface Figure {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  sample: number;
  interval: Interval | null;
  moments: Moments;
}

export type RawNumbers = readonly (number | null)[];
const NOTHING: RawNumbers = [null, null, null, null];
const scaled = (interval: Interval | null, per: number): Interval | null =>
  interval && { low: interval.low / per, high: interval.high / per, method: interval.method };

/** What the four numbers of a reading mean for this kind. No row at all: a count of 0, and no value for what needs a whole. */
export function figureOf(metric: Metric, numbers: RawNumbers = NOTHING, per: number): Figure {
  const [first, second, third, fourth] = [numbers[0] ?? null, numbers[1] ?? 0, numbers[2] ?? null, numbers[3] ?? null];
  const sum = first ?? 0;
  const moments = { sum, squares: third ?? 0, n: second };
  switch (metric.kind) {
    case 'count':
    case 'distinct':
      return {
        value: sum,
        numerator: sum,
        denominator: null,
        sample: sum,
        interval: null,
        moments: { sum, squares: 0, n: sum },
      };
    case 'sum':
      return { value: sum / per, numerator: sum / per, denominator: null, sample: second, interval: null, moments };
    case 'mean':
      return {
        value: second > 0 ? sum / second / per : null,
        numerator: sum / per,
        denominator: second,
        sample: second,
        interval: scaled(studentMean(moments), per),
        moments,
      };
    case 'ratio':
    case 'repeat':
    case 'repurchase':
      return {
        value: second > 0 ? sum / second : null,
        numerator: sum,
        denominator: second,
        sample: second,
        interval: wilson(sum, second),
        moments,
      };
    case 'percentile': {
      const interval =
        third === null || fourth === null ? null : { low: third / per, high: fourth / per, method: 'order-statistics' };
      return {
        value: first === null ? null : first / per,
        numerator: null,
        denominator: second,
        sample: second,
        interval,
        moments,
      };
    }
  }
}

/** The interval of `figure − other`, in the metric's unit; null where it cannot be told. */
export function changeInterval(metric: Metric, figure: Figure, other: Figure, per: number): Interval | null {
  const [a, b] = [figure.moments, other.moments];
  switch (metric.kind) {
    case 'count':
    case 'distinct':
      return poissonChange(a.sum, b.sum);
    case 'sum':
      return scaled(compoundPoissonChange(a, b), per);
    case 'mean':
      return scaled(welchDifference(a, b), per);
    case 'ratio':
    case 'repeat':
    case 'repurchase':
      return newcombeDifference({ part: a.sum, whole: a.n }, { part: b.sum, whole: b.n });
    case 'percentile': {
      const { value, interval } = figure;
      if (value === null || other.value === null || !interval || !other.interval) return null;
      return squareAndAdd(value, interval, other.value, other.interval, 'order-statistics');
    }
  }
}
