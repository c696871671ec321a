import { targetOf, type Metric } from '../catalogue.ts';
import { followsFirstOrder } from '../grammar.ts';
import { addDays, comparedDays, dayNumber, type Bucket, type Window } from '../planner/calendar.ts';
import type { Ripeness } from '../maturity/known-share.ts';
import { comparisonOf } from './compare.ts';
import type { Figure } from './figure.ts';
import { completedFigure } from './completed.ts';
import type { MetricPoint, TargetStatus } from './types.ts';

/** What the points of one series share. */
export interface SeriesFacts {
  metric: Metric;
  per: number;
  asOf: string | null;
  /** The last day of all shops asked: where the compared days are cut. */
  today: string | null;
  windows: readonly Window[];
  figureAt(window: number, bucket: Bucket): Figure;
  /** What is known of what a bucket will bring; null where the shop's history does not tell. */
  ripenessAt(bucket: Bucket): readonly Ripeness[] | null;
  /** Do the rows asked ripen as the shop does? Some dimensions choose rows by their outcome. */
  completable: boolean;
}

/** A share or mean of few is not to be judged, with or without a target; a plain count of few is a count, and of none a sure 0. */
function statusOf(metric: Metric, figure: Figure): TargetStatus {
  const target = targetOf(metric);
  if (figure.sample < metric.minSample && (target || metric.denominator)) return 'TOO_FEW';
  if (!target) return 'NO_TARGET';
  if (figure.value === null) return 'TOO_FEW';
  return (target.condition === 'AT_LEAST' ? figure.value >= target.value : figure.value <= target.value)
    ? 'MET'
    : 'MISSED';
}

/** A bucket is young while less than this of what it will bring is known. */
const KNOWN_ENOUGH = 0.95;

/** Mature by the shop's own delays; where its history is too short to tell: of the bucket's days up to today, 95 in 100 lie far enough back for their outcomes to be known. */
function isMature(metric: Metric, bucket: Bucket, asOf: string | null, ripe: readonly Ripeness[] | null): boolean {
  if (asOf === null || bucket.from > asOf) return false;
  if (ripe) return ripe.every(({ known }) => known >= KNOWN_ENOUGH);
  if (metric.maturesAfterDays === 0) return true;
  const last = bucket.to < asOf ? bucket.to : asOf;
  const days = dayNumber(last) - dayNumber(bucket.from) + 1;
  const settled = dayNumber(addDays(asOf, -metric.maturesAfterDays)) - dayNumber(bucket.from) + 1;
  return settled >= 0.95 * days;
}

const growsWithTime = (metric: Metric): boolean =>
  ['count', 'sum', 'distinct', 'customers', 'repeat'].includes(metric.kind);

/**
 * A verdict needs settled sides: a young bucket does not know its outcomes, and one that its shop has told less of than today's
 * has not counted as many days as what it is compared with. Repurchase and retention count only customers whose days are over, survival
 * each for as long as seen: these are settled at any age.
 */
const isSettled = (metric: Metric, mature: boolean, cutEarlier: boolean): boolean =>
  (followsFirstOrder(metric) && metric.kind !== 'depth') || (mature && !(cutEarlier && growsWithTime(metric)));

export function pointOf(facts: SeriesFacts, bucket: Bucket): MetricPoint {
  const { metric, per, asOf, today, windows } = facts;
  const figure = facts.figureAt(0, bucket);
  const ripe = facts.ripenessAt(bucket);
  const mature = isMature(metric, bucket, asOf, ripe);
  const cutByToday = asOf !== null && bucket.to > asOf;
  const settled = isSettled(metric, mature, cutByToday && asOf !== today);
  const comparisons = windows.flatMap((window, index) => {
    const days = window.kind && comparedDays(bucket, window, today);
    if (!window.kind || !days) return [];
    const other = facts.figureAt(index, bucket);
    const { kind, event } = window;
    return [comparisonOf({ metric, per, settled }, { kind, event }, days, figure, other)];
  });
  const { value, numerator, denominator, sample, interval } = figure;
  return {
    bucket: bucket.from,
    bucketEnd: bucket.to,
    value,
    numerator,
    denominator,
    sample,
    interval,
    status: statusOf(metric, figure),
    suppressed: false,
    approximate: figure.approximate ?? false,
    mature,
    completed: mature || !facts.completable ? null : completedFigure(metric, per, figure, ripe),
    partial: bucket.clipped || cutByToday,
    comparisons,
  };
}
