import { readingStep, type Measure } from '../format/index.ts';
import type { Range } from './point.ts';

const STEPS = [1, 2, 2.5, 5, 10];

/** The smallest round step (1, 2, 2.5, 5 × 10ⁿ) with which `span` needs at most `intervals` steps. */
function roundStep(span: number, intervals: number): number {
  const raw = span / intervals;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = STEPS.find((step) => step * power >= raw * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Removes the dust of binary fractions: 0.30000000000000004 → 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));

export interface Axis {
  low: number;
  high: number;
  ticks: number[];
}

export interface AxisWish {
  /** Bars and counts start at nothing; a line may start above. */
  fromZero?: boolean;
  /** What the figure cannot exceed: 1 for a share, 5 for stars. */
  ceiling?: number;
  floor?: number;
  /** Counts have no halves: no tick between two whole numbers. */
  whole?: boolean;
  /** At most this many ticks. */
  most?: number;
}

const EMPTY: Axis = { low: 0, high: 1, ticks: [0, 1] };

/** Round ticks around the values, at most five, never beyond what the figure can be. */
export function axisOf(values: readonly (number | null | undefined)[], wish: AxisWish = {}): Axis {
  const known = values.filter(
    (value): value is number => value !== null && value !== undefined && Number.isFinite(value),
  );
  if (known.length === 0) return EMPTY;
  const lowest = wish.fromZero ? Math.min(0, ...known) : Math.min(...known);
  const highest = wish.fromZero ? Math.max(0, ...known) : Math.max(...known);
  const span = highest - lowest || Math.abs(highest) || 1;
  const fitting = fittingStep(lowest, highest, span, wish.most ?? 5);
  const step = wish.whole ? Math.max(1, Math.ceil(fitting)) : fitting;
  const low = Math.max(wish.floor ?? Number.NEGATIVE_INFINITY, clean(Math.floor(lowest / step + 1e-9) * step));
  const high = Math.min(wish.ceiling ?? Number.POSITIVE_INFINITY, clean(Math.ceil(highest / step - 1e-9) * step));
  const top = high > low ? high : low + step;
  return { low, high: top, ticks: ticksBetween(low, top, step) };
}

/** As axisOf, with ticks that are round in the unit the values are read in: spans of days have them at days. */
export function measuredAxis(
  values: readonly (number | null | undefined)[],
  measure: Measure,
  wish: AxisWish = {},
): Axis {
  const step = readingStep(Math.max(0, ...values.map((value) => Math.abs(value ?? 0))), measure);
  if (step === 1) return axisOf(values, wish);
  const { low, high, ticks } = axisOf(
    values.map((value) => (value == null ? null : value / step)),
    wish,
  );
  return { low: clean(low * step), high: clean(high * step), ticks: ticks.map((tick) => clean(tick * step)) };
}

function fittingStep(lowest: number, highest: number, span: number, most: number): number {
  for (let intervals = most - 1; intervals > 1; intervals -= 1) {
    const step = roundStep(span, intervals);
    const needed = Math.ceil(highest / step - 1e-9) - Math.floor(lowest / step + 1e-9);
    if (needed <= most - 1) return step;
  }
  return roundStep(span, 1);
}

function ticksBetween(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first;
  return Array.from({ length: count + 1 }, (_, index) => clean((first + index) * step));
}

/** A straight map from values to pixels. */
export function linear(domain: Range, range: Range): (value: number) => number {
  const span = domain.high - domain.low || 1;
  return (value) => range.low + ((value - domain.low) / span) * (range.high - range.low);
}

/** Moves labels apart until none is nearer than `gap`, keeping their order, inside [low, high] where they fit. */
export function spread(positions: readonly number[], gap: number, bounds: Range): number[] {
  const order = positions.map((position, index) => ({ position, index })).sort((a, b) => a.position - b.position);
  const placed: number[] = [];
  for (const [rank, { position }] of order.entries()) {
    const above = rank === 0 ? bounds.low : (placed[rank - 1] as number) + gap;
    placed.push(Math.max(position, above));
  }
  for (let rank = placed.length - 1; rank >= 0; rank -= 1) {
    const below = rank === placed.length - 1 ? bounds.high : (placed[rank + 1] as number) - gap;
    placed[rank] = Math.min(placed[rank] as number, below);
  }
  const byIndex = new Map(order.map(({ index }, rank) => [index, placed[rank] ?? 0]));
  return positions.map((position, index) => byIndex.get(index) ?? position);
}
