import { dayNumber, isYoung, type ChartPoint } from '../point.ts';
import { linear } from '../scale.ts';

export interface Span {
  from: string;
  to: string;
}

export interface SparklineShape {
  /** One path a stretch without gaps. */
  past: string[];
  current: string[];
  band: string[];
  end: { x: number; y: number; young: boolean; current: boolean } | null;
  targetY: number | null;
  rails: { kind: 'now' | 'then' | 'year'; x1: number; x2: number }[];
}

interface Place {
  x: number;
  y: number;
  low: number;
  high: number;
  inPeriod: boolean;
}

const PAD = 4;

/** Runs of neighbours that both have a value: a gap ends a run. */
function runs(places: readonly (Place | null)[]): Place[][] {
  const all: Place[][] = [[]];
  for (const place of places) {
    if (place) (all.at(-1) as Place[]).push(place);
    else all.push([]);
  }
  return all.filter((run) => run.length > 0);
}

const line = (run: readonly Place[]): string =>
  run.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

function bandPath(run: readonly Place[]): string {
  const upper = run.map(({ x, high }) => `${x.toFixed(1)} ${high.toFixed(1)}`);
  const lower = run.toReversed().map(({ x, low }) => `${x.toFixed(1)} ${low.toFixed(1)}`);
  return `M${[...upper, ...lower].join('L')}Z`;
}

/** A run cut where the period begins; the blue part starts at the last grey point, so that the line does not break. */
function cut(run: readonly Place[]): { past: Place[]; current: Place[] } {
  const first = run.findIndex((place) => place.inPeriod);
  if (first === -1) return { past: [...run], current: [] };
  return { past: run.slice(0, first + 1), current: run.slice(Math.max(0, first - 1)) };
}

export interface SparklineInput {
  points: readonly ChartPoint[];
  width: number;
  height: number;
  period: Span;
  previous?: Span | null;
  lastYear?: Span | null;
  target?: number | null;
}

/** Where everything goes, in pixels; the level is scaled to the values and the target together. */
export function sparklineShape(input: SparklineInput): SparklineShape | null {
  const { points, width, height, period } = input;
  const known = points.filter((point) => typeof point.value === 'number');
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || known.length === 0) return null;
  const levels = [
    ...known.map((point) => point.value as number),
    ...(typeof input.target === 'number' ? [input.target] : []),
  ];
  const x = linear({ low: dayNumber(first.bucket), high: dayNumber(last.bucket) }, { low: PAD, high: width - PAD - 8 });
  const y = linear({ low: Math.min(...levels), high: Math.max(...levels) }, { low: height - PAD, high: PAD });
  const clamp = (pixel: number): number => Math.min(height, Math.max(0, pixel));
  const place = (point: ChartPoint): Place | null => {
    if (typeof point.value !== 'number') return null;
    const { low, high } = point.interval ?? { low: point.value, high: point.value };
    const inPeriod = point.bucketEnd >= period.from && point.bucket <= period.to;
    return { x: x(dayNumber(point.bucket)), y: y(point.value), low: clamp(y(low)), high: clamp(y(high)), inPeriod };
  };
  const parts = runs(points.map(place));
  const end = known.at(-1) as ChartPoint;
  const endPlace = place(end) as Place;
  return {
    past: parts.map((run) => line(cut(run).past)).filter((path) => path.includes('L')),
    current: parts.map((run) => line(cut(run).current)).filter((path) => path.includes('L')),
    band: parts.filter((run) => run.length > 1).map(bandPath),
    end: { x: endPlace.x, y: endPlace.y, young: isYoung(end), current: endPlace.inPeriod },
    targetY: typeof input.target === 'number' ? y(input.target) : null,
    rails: railsOf(input, x, width),
  };
}

function railsOf(input: SparklineInput, x: (day: number) => number, width: number): SparklineShape['rails'] {
  const spans = [
    { kind: 'year' as const, span: input.lastYear },
    { kind: 'then' as const, span: input.previous },
    { kind: 'now' as const, span: input.period },
  ];
  return spans.flatMap(({ kind, span }) => {
    if (!span) return [];
    const x1 = Math.max(0, x(dayNumber(span.from)) + 1);
    const x2 = Math.min(width - PAD - 4, x(dayNumber(span.to)) - 1);
    return x2 - x1 >= 2 ? [{ kind, x1, x2 }] : [];
  });
}
