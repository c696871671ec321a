import type { Formatter, Grain } from '../../format/index.ts';
import { textWidth } from '../text-width.ts';
import type { TrendRow } from './trend.data.ts';

export interface XTick {
  x: number;
  label: string;
  /** Says the year. */
  strong: boolean;
}

const monthOf = (bucket: string): string => bucket.slice(0, 7);

/** Days and weeks over more than a quarter are read by their months. */
const labelledByMonth = (rows: readonly TrendRow[], grain: Grain): boolean =>
  (grain === 'WEEK' && rows.length > 10) || (grain === 'DAY' && rows.length > 70);

function candidates(rows: readonly TrendRow[], byMonth: boolean): TrendRow[] {
  return byMonth
    ? rows.filter((row, at) => at > 0 && monthOf(row.bucket) !== monthOf((rows[at - 1] as TrendRow).bucket))
    : [...rows];
}

function labelled(kept: readonly TrendRow[], grain: Grain, format: Formatter): XTick[] {
  return kept.map((row, at) => {
    const before = kept[at - 1];
    const strong = !before || before.bucket.slice(0, 4) !== row.bucket.slice(0, 4);
    return { x: row.x, label: format.bucketTick(row.bucket, grain, strong), strong };
  });
}

/** As many labels as fit: every n-th bucket, n the smallest with which no two touch. */
export function xTicks(rows: readonly TrendRow[], grain: Grain, width: number, format: Formatter): XTick[] {
  const byMonth = labelledByMonth(rows, grain);
  const all = candidates(rows, byMonth);
  const span = (rows.at(-1)?.x ?? 0) - (rows[0]?.x ?? 0) || 1;
  const pixel = (tick: XTick): number => ((tick.x - (rows[0]?.x ?? 0)) / span) * width;
  for (const step of [1, 2, 3, 4, 6, 7, 12, 14, 24, 28, 52]) {
    const kept = all.filter((_, at) => at % step === 0);
    const ticks = labelled(kept, byMonth ? 'MONTH' : grain, format);
    const touches = ticks.some((tick, at) => {
      const before = ticks[at - 1];
      return (
        before !== undefined && pixel(tick) - pixel(before) < (textWidth(before.label) + textWidth(tick.label)) / 2 + 10
      );
    });
    if (!touches) return ticks;
  }
  return labelled(all.slice(0, 1), byMonth ? 'MONTH' : grain, format);
}

/** Rows of labels so that none runs into the next: the level of each, from the axis upwards. */
export function stagger(spans: readonly { from: number; width: number }[]): number[] {
  const ends: number[] = [];
  return spans.map(({ from, width }) => {
    const free = ends.findIndex((end) => end <= from);
    const level = free === -1 ? ends.length : free;
    ends[level] = from + width + 10;
    return level;
  });
}

/** Where along a line a label of this width keeps farthest from everything drawn near its height. */
export function emptiestStretch(
  drawn: readonly { x: number; y: number }[],
  room: { from: number; to: number },
  width: number,
  level: number,
): number {
  const steps = Math.max(1, Math.floor((room.to - room.from - width) / 12));
  const distance = (left: number): number =>
    Math.min(
      ...drawn
        .filter((point) => point.x >= left - 8 && point.x <= left + width + 8)
        .map((point) => Math.abs(point.y - level)),
      120,
    );
  const places = Array.from({ length: steps + 1 }, (_, at) => room.from + at * 12);
  return places.reduce((best, left) => (distance(left) > distance(best) ? left : best), room.from);
}
