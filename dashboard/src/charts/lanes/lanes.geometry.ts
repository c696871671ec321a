import { localDay, startOfDay } from '../../format/index.ts';
import type { Tone } from '../point.ts';
import { textWidth } from '../text-width.ts';

export interface LaneMark {
  key: string;
  /** Moment as epoch milliseconds. */
  at: number;
  tone: Tone;
  label?: string;
  /** What it is, for whoever points at it or reads the table; without it the label. */
  name?: string;
  /** Short text inside the mark: a score. */
  badge?: string;
  hollow?: boolean;
  /** One of many that make a row of dots. */
  small?: boolean;
}

export interface LaneSpan {
  key: string;
  from: number;
  to: number;
  /** promised: blue bar; owed: red bar; silent: dashed red; moving: a thin line. */
  kind: 'promised' | 'owed' | 'silent' | 'moving';
  label?: string;
}

export interface Lane {
  key: string;
  label: string;
  marks: readonly LaneMark[];
  spans: readonly LaneSpan[];
}

export interface LaneScale {
  x: (at: number) => number;
  /** Where a stretch without events was folded: drawn and named. */
  breaks: { x: number; days: number }[];
  /** The beginnings of days, by the shop's clock. */
  ticks: { x: number; day: string }[];
}

const DAY = 86_400_000;
const BREAK_PIXELS = 22;
const TICK_ROOM = 44;

/** Moments in clusters; a silence longer than twenty days and a third of the rest is folded. */
function clusters(moments: readonly number[]): { from: number; to: number }[] {
  const sorted = [...new Set(moments)].sort((a, b) => a - b);
  const span = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  const longest = Math.max(20 * DAY, span * 0.18);
  const groups: { from: number; to: number }[] = [];
  for (const moment of sorted) {
    const last = groups.at(-1);
    if (last && moment - last.to <= longest) last.to = moment;
    else groups.push({ from: moment, to: moment });
  }
  return groups.map(({ from, to }) => ({ from: from - DAY / 2, to: to + DAY / 2 }));
}

/** Days along x, with long silences folded so that what happened keeps its room. */
export function laneScale(moments: readonly number[], left: number, right: number, zone: string): LaneScale {
  const groups = clusters(moments);
  const days = groups.reduce((sum, { from, to }) => sum + (to - from), 0) || DAY;
  const room = right - left - BREAK_PIXELS * Math.max(0, groups.length - 1);
  const perMs = room / days;
  let offset = left;
  const placed = groups.map(({ from, to }) => {
    const start = offset;
    offset += (to - from) * perMs + BREAK_PIXELS;
    return { from, to, start, end: start + (to - from) * perMs };
  });
  const x = (at: number): number => {
    const group = placed.findLast(({ from }) => at >= from) ?? placed[0];
    if (!group) return left;
    return Math.min(group.end, Math.max(group.start, group.start + (at - group.from) * perMs));
  };
  const breaks = placed.slice(1).map((group, at) => ({
    x: group.start - BREAK_PIXELS / 2,
    days: Math.round((group.from - (placed[at] as { to: number }).to) / DAY),
  }));
  return { x, breaks, ticks: laneTicks(placed, perMs, zone) };
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

function laneTicks(
  placed: readonly { from: number; to: number; start: number }[],
  perMs: number,
  zone: string,
): LaneScale['ticks'] {
  const everyDays = [1, 2, 3, 7, 14, 30, 60, 90].find((step) => step * DAY * perMs >= 52) ?? 180;
  const ticks = placed.flatMap((group) => {
    const first = dayAfter(localDay(new Date(group.from).toISOString(), zone), 1);
    const count = Math.max(0, Math.floor((group.to - startOfDay(first, zone)) / (everyDays * DAY)));
    return Array.from({ length: count + 1 }, (_, at) => dayAfter(first, at * everyDays))
      .map((day) => ({ day, at: startOfDay(day, zone) }))
      .filter(({ at }) => at <= group.to)
      .map(({ day, at }) => ({ day, x: group.start + (at - group.from) * perMs }));
  });
  return apart(ticks);
}

/** Where a fold brings two days close together, the second keeps silent. */
function apart<Tick extends { x: number }>(ticks: readonly Tick[]): Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) if (tick.x - (kept.at(-1)?.x ?? -Infinity) >= TICK_ROOM) kept.push(tick);
  return kept;
}

export interface MarkPlace {
  anchor: 'start' | 'end';
  /** On the line, above it, or left to the tooltip where both are taken. */
  level: 'line' | 'above' | 'hidden';
}

interface Taken {
  from: number;
  to: number;
}

/** A span's own words stand over its middle, and may be wider than it is. */
function aboveSpan({ from, to, label = '' }: LaneSpan, x: (at: number) => number): Taken {
  const [middle, half] = [(x(from) + x(to)) / 2, textWidth(label) / 2 + 4];
  return { from: Math.min(x(from), middle - half), to: Math.max(x(to), middle + half) };
}

const free = (taken: readonly Taken[], wish: Taken): boolean =>
  taken.every(({ from, to }) => wish.to < from || wish.from > to);

/** Where each label of a lane stands: beside its mark, above where a bar or a neighbour is in the way. */
export function markPlaces(lane: Lane, x: (at: number) => number, right: number): Map<string, MarkPlace> {
  const reach = (mark: LaneMark): number => (mark.badge ? 15 : 7);
  const beyond = (span: LaneSpan): number => (span.kind === 'owed' && span.label ? textWidth(span.label) + 11 : 0);
  const line: Taken[] = [
    ...lane.spans.map((span) => ({ from: x(span.from), to: x(span.to) + beyond(span) })),
    ...lane.marks.map((mark) => ({ from: x(mark.at) - reach(mark) + 3, to: x(mark.at) + reach(mark) - 3 })),
  ];
  const above: Taken[] = [
    ...lane.spans.filter((span) => span.label && span.kind !== 'owed').map((span) => aboveSpan(span, x)),
    ...lane.marks.filter((mark) => mark.badge).map((mark) => ({ from: x(mark.at) - 13, to: x(mark.at) + 13 })),
  ];
  const places = new Map<string, MarkPlace>();
  for (const mark of lane.marks.toSorted((a, b) => a.at - b.at)) {
    if (!mark.label) continue;
    const [at, width] = [x(mark.at), textWidth(mark.label) + 4];
    const anchor = at + reach(mark) + width > right ? 'end' : 'start';
    const beside =
      anchor === 'start'
        ? { from: at + reach(mark), to: at + reach(mark) + width }
        : { from: at - reach(mark) - width, to: at - reach(mark) };
    const over = anchor === 'start' ? { from: at - 4, to: at - 4 + width } : { from: at + 4 - width, to: at + 4 };
    const level = free(line, beside) ? 'line' : free(above, over) ? 'above' : 'hidden';
    if (level === 'line') line.push(beside);
    if (level === 'above') above.push(over);
    places.set(mark.key, { anchor, level });
  }
  return places;
}
