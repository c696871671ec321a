import type { Grain, Measure } from '../../format/index.ts';
import { dayNumber, isTooFew, isYoung, type ChartPoint, type Completed, type Marking, type Tone } from '../point.ts';
import type { Happening } from '../happenings/happening.ts';
import { measuredAxis, type Axis } from '../scale.ts';

export interface TrendSeries {
  key: string;
  label: string;
  points: readonly ChartPoint[];
  tone: Tone;
  /** Draws the 95% interval as a band. */
  band?: boolean;
  /** Comparisons: 1.5 px instead of 2.2. */
  thin?: boolean;
  /** What was aimed at, not what happened. */
  dashed?: boolean;
}

export interface Annotation {
  from: string;
  to?: string;
  label: string;
}

export interface TrendProps {
  title: string;
  measure: Measure;
  grain: Grain;
  /** The first series is the subject: its samples are the bars, its points open rows. */
  series: readonly TrendSeries[];
  target?: number | null;
  /** The selected period, shaded. */
  period?: { from: string; to: string } | null;
  annotations?: readonly Annotation[];
  /** Ids of its metrics: notes about one of them stand on it. */
  about?: readonly string[];
  /** Marked on the time axis; left out: what the shop knows of. */
  happened?: readonly Happening[];
  /** What one sample is ("orders due a week"): draws the denominators below. */
  denominator?: string;
  /** Names the subject's lowest or highest settled point. */
  callout?: 'lowest' | 'highest';
  fromZero?: boolean;
  height?: number;
  /** Labels of a chart stacked with this one: both keep the same room, so that their times stand under each other. */
  beside?: readonly string[];
  onPoint?: (point: ChartPoint) => void;
  /** What the subject's points stand for, bucket by bucket. */
  marking?: (point: ChartPoint) => Marking;
}

/** One x of the chart, flat so that every key Recharts reads is a stable string. */
export type TrendRow = { x: number; bucket: string } & Record<string, number | string | [number, number] | null>;

export const MOST_POINTS = 600;

export const solidKey = (series: TrendSeries): string => `${series.key}:solid`;
export const youngKey = (series: TrendSeries): string => `${series.key}:young`;
export const bandKey = (series: TrendSeries): string => `${series.key}:band`;

/** What a bucket that is not over has counted ends only with the bucket: of that nothing can be said. */
export const expected = (point: ChartPoint, measure: Measure): Completed | null =>
  cutCount(point, measure) || point.value == null ? null : (point.completed ?? null);

/** A count of half a week is not a fall: it stays out of the line. A share or a median of half a week is only young. */
const cutCount = (point: ChartPoint, measure: Measure): boolean =>
  point.partial && (measure.unit === 'COUNT' || measure.unit === 'MONEY');

/** The series as lines may draw it: what is too few, or counted over part of a bucket, keeps its place and has no value. */
export function drawable(series: readonly TrendSeries[], measure: Measure): TrendSeries[] {
  return series.map((each) => ({
    ...each,
    points: each.points
      .slice(-MOST_POINTS)
      .map((point) =>
        isTooFew(point) || cutCount(point, measure) ? { ...point, value: null, interval: null } : point,
      ),
  }));
}

const valueOf = (point: ChartPoint | undefined): number | null => point?.value ?? null;

function fill(row: TrendRow, series: TrendSeries, at: number, points: readonly ChartPoint[]): void {
  const point = points[at];
  const value = valueOf(point);
  const young = point !== undefined && isYoung(point);
  const next = points[at + 1];
  const leadsToYoung = !young && next !== undefined && isYoung(next) && valueOf(next) !== null;
  row[solidKey(series)] = young ? null : value;
  row[youngKey(series)] = young || leadsToYoung ? value : null;
  if (series.band)
    row[bandKey(series)] = value !== null && point?.interval ? [point.interval.low, point.interval.high] : null;
}

/** Rows by bucket over all series; young stretches apart, joined to the last settled point so that the dotted line begins there. */
export function trendRows(series: readonly TrendSeries[]): TrendRow[] {
  const rows = new Map<string, TrendRow>();
  for (const each of series) {
    const { points } = each;
    for (const [at, point] of points.entries()) {
      const row = rows.get(point.bucket) ?? { x: dayNumber(point.bucket), bucket: point.bucket };
      fill(row, each, at, points);
      rows.set(point.bucket, row);
    }
  }
  return [...rows.values()].sort((a, b) => a.x - b.x);
}

const STEP_DAYS: Record<Grain, number> = { TOTAL: 1, DAY: 1, WEEK: 7, MONTH: 30.4, QUARTER: 91, YEAR: 365 };

/** Half a bucket of room on both sides, so that bars and the shaded period are whole. */
export function xDomain(rows: readonly TrendRow[], grain: Grain): [number, number] {
  const half = STEP_DAYS[grain] / 2;
  const first = rows[0]?.x ?? 0;
  return [first - half, (rows.at(-1)?.x ?? first) + half];
}

export function shadedSpan(
  rows: readonly TrendRow[],
  period: { from: string; to: string },
  grain: Grain,
): [number, number] | null {
  const inside = rows.filter((row) => row.bucket >= period.from && row.bucket <= period.to);
  const half = STEP_DAYS[grain] / 2;
  const [first, last] = [inside[0], inside.at(-1)];
  return first && last && inside.length < rows.length ? [first.x - half, last.x + half] : null;
}

/** What the unit cannot pass: a share ends at 100 %, days and money begin at 0. */
export const unitBounds = (measure: Measure): { floor?: number; ceiling?: number } =>
  measure.unit === 'PERCENT'
    ? { floor: 0, ceiling: 1 }
    : measure.unit === 'SCORE'
      ? { floor: 1, ceiling: 5 }
      : { floor: 0 };

export function yAxis(props: Pick<TrendProps, 'series' | 'target' | 'measure' | 'fromZero'>): Axis {
  const values = props.series.flatMap((series) =>
    series.points.flatMap((point) =>
      series.band && point.interval && valueOf(point) !== null
        ? [point.value, point.interval.low, point.interval.high]
        : [valueOf(point)],
    ),
  );
  const ends = props.series[0]?.points.map((point) => expected(point, props.measure)?.value ?? null) ?? [];
  const fromZero = props.fromZero ?? (props.measure.unit === 'COUNT' || props.measure.unit === 'MONEY');
  const hasNegative = values.some((value) => (value ?? 0) < 0);
  return measuredAxis([...values, ...ends, props.target], props.measure, {
    ...(hasNegative ? {} : unitBounds(props.measure)),
    fromZero,
    whole: props.measure.unit === 'COUNT',
  });
}

/** The lowest or highest point that is settled, for a label on it. */
export function calloutPoint(points: readonly ChartPoint[], which: 'lowest' | 'highest'): ChartPoint | undefined {
  const settled = points.filter((point) => valueOf(point) !== null && !isYoung(point));
  const sign = which === 'lowest' ? 1 : -1;
  return settled.reduce<ChartPoint | undefined>(
    (best, point) =>
      best === undefined || sign * (valueOf(point) as number) < sign * (valueOf(best) as number) ? point : best,
    undefined,
  );
}

/** What a line's label says: its last settled point, since a young one will still move; else its last. */
export function lastKnown(points: readonly ChartPoint[]): ChartPoint | undefined {
  const known = points.filter((point) => valueOf(point) !== null);
  return known.findLast((point) => !isYoung(point)) ?? known.at(-1);
}

/** A point with nothing on either side needs a dot: a line of one point is invisible. */
export function loneBuckets(points: readonly ChartPoint[]): Set<string> {
  const lone = points.filter(
    (point, at) => valueOf(point) !== null && valueOf(points[at - 1]) === null && valueOf(points[at + 1]) === null,
  );
  return new Set(lone.map((point) => point.bucket));
}
