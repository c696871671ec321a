import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { dayNumber } from '../point.ts';

/** Pixel positions of a day and of a value, once the chart knows its axes. */
export interface Scales {
  x: (day: string | number) => number;
  y: (value: number) => number;
  area: { x: number; y: number; width: number; height: number };
  /** Whether the plot reaches a value. */
  holds: (value: number) => boolean;
}

export function useScales(): Scales | null {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!area || !xScale || !yScale) return null;
  const x = (day: string | number): number => xScale(typeof day === 'string' ? dayNumber(day) : day) ?? area.x;
  const y = (value: number): number => yScale(value) ?? area.y;
  return { x, y, area, holds: (value) => y(value) >= area.y - 0.5 && y(value) <= area.y + area.height + 0.5 };
}
