import type { Measure } from '../../format/index.ts';
import { colourOf } from '../point.ts';
import { expected, type TrendSeries } from './trend.data.ts';
import { useScales } from './use-scales.ts';

const CAP = 3;

/** Where young points are expected to end: a faint dash over a whisker of 95 %, beside the hollow dot of what is known. */
export function Expected({ series, measure }: { series: TrendSeries; measure: Measure }) {
  const scales = useScales();
  if (!scales) return null;
  const { x, y, area, holds } = scales;
  const inside = (value: number): number => Math.min(area.y + area.height, Math.max(area.y, y(value)));
  return (
    <g aria-hidden data-testid="expected" stroke={colourOf(series.tone)} opacity={0.55} strokeWidth={1.2}>
      {series.points.map((point) => {
        const end = expected(point, measure);
        if (!end || !holds(end.value)) return null;
        const [at, low, high] = [x(point.bucket), inside(end.low), inside(end.high)];
        return (
          <g key={point.bucket}>
            <line x1={at} x2={at} y1={low} y2={high} strokeDasharray="1.5 2" />
            <line x1={at - CAP} x2={at + CAP} y1={low} y2={low} />
            <line x1={at - CAP} x2={at + CAP} y1={high} y2={high} />
            <line x1={at - 2 * CAP} x2={at + 2 * CAP} y1={y(end.value)} y2={y(end.value)} strokeWidth={2.2} />
          </g>
        );
      })}
    </g>
  );
}
