import type { CurveSeries, CurveStep } from './curve.data.ts';

export type Scale = (value: number) => number;

const at = (value: number): string => String(Math.round(value * 10) / 10);

interface Reach {
  from: number;
  to: number;
}

/** Level, then up: a line that stays until the day on which it steps. */
function stepLine(start: number, steps: readonly CurveStep[], { from, to }: Reach, x: Scale, y: Scale): string {
  const inside = steps.filter(({ day }) => day > from && day <= to);
  return `M${at(x(from))},${at(y(start))}${inside.map(({ day, share }) => `H${at(x(day))}V${at(y(share))}`).join('')}H${at(x(to))}`;
}

export interface CurvePaths {
  solid: string | null;
  dotted: string | null;
  band: string | null;
}

/** The area between the bounds, level between two steps; it begins with the first step that has any. */
function bandPath(steps: readonly CurveStep[], to: number, x: Scale, y: Scale): string | null {
  const bounded = steps.filter(({ day, interval }) => interval && day <= to);
  const [first] = bounded;
  if (!first?.interval) return null;
  const edge = (side: 'low' | 'high'): { day: number; value: number }[] =>
    bounded.map(({ day, interval }) => ({ day, value: interval?.[side] ?? 0 }));
  const there = edge('high')
    .map(({ day, value }) => `H${at(x(day))}V${at(y(value))}`)
    .join('');
  const back = edge('low')
    .toReversed()
    .map(({ day, value }) => `V${at(y(value))}H${at(x(day))}`)
    .join('');
  return `M${at(x(first.day))},${at(y(first.interval.low))}${there}H${at(x(to))}${back}Z`;
}

/** Solid while enough are observed, dotted beyond; `few` is the first day that rests on too few. */
export function curvePaths(series: CurveSeries, to: number, few: number | null, x: Scale, y: Scale): CurvePaths {
  const turn = few === null ? to : Math.min(to, series.steps.findLast(({ day }) => day < few)?.day ?? 0);
  const reached = series.steps.findLast(({ day }) => day <= turn)?.share ?? 0;
  return {
    solid: turn > 0 ? stepLine(0, series.steps, { from: 0, to: turn }, x, y) : null,
    dotted: turn < to ? stepLine(reached, series.steps, { from: turn, to }, x, y) : null,
    band: series.thin ? null : bandPath(series.steps, to, x, y),
  };
}
