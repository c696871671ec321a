import { useCallback, useMemo } from 'react';
import { useFormat, type Formatter } from '../../format/index.ts';
import { textWidth } from '../text-width.ts';
import { words } from '../words.ts';
import svg from '../svg.module.css';
import { calloutPoint, drawable, shadedSpan, trendRows, xDomain, yAxis, type TrendProps } from './trend.data.ts';
import { trendLayout } from './trend.layout.ts';
import { xTicks } from './trend.ticks.ts';

/** The period's name inside its shade, where the shade is wide enough for it. */
function shadeText(shaded: [number, number] | null, domain: [number, number], plotWidth: number, format: Formatter) {
  const value = format.say(words.thisPeriod);
  if (!shaded) return undefined;
  const room = ((shaded[1] - shaded[0]) / (domain[1] - domain[0] || 1)) * plotWidth;
  return room > textWidth(value) + 10
    ? { value, position: 'insideBottomLeft' as const, className: svg.now }
    : undefined;
}

/** Everything the drawing needs, each piece with a stable reference: Recharts redraws what changes identity. */
export function useTrend(props: TrendProps, width: number) {
  const format = useFormat();
  const { series, measure, grain, target, fromZero, period, callout, onPoint } = props;
  const drawn = useMemo(() => drawable(series, measure), [series, measure]);
  const rows = useMemo(() => trendRows(drawn), [drawn]);
  const axis = useMemo(() => yAxis({ series: drawn, measure, target, fromZero }), [drawn, measure, target, fromZero]);
  const domain = useMemo(() => xDomain(rows, grain), [rows, grain]);
  const layout = trendLayout({ ...props, series: drawn }, width, format);
  const plotWidth = width - layout.margin.left - layout.margin.right - layout.yWidth;
  const ticks = useMemo(() => xTicks(rows, grain, plotWidth, format), [rows, grain, plotWidth, format]);
  const xLabels = useMemo(() => new Map(ticks.map((tick) => [tick.x, tick])), [ticks]);
  const xAt = useMemo(() => ticks.map((tick) => tick.x), [ticks]);
  const yLabels = useMemo(() => format.ticks(axis.ticks, measure), [axis, format, measure]);
  const shaded = useMemo(() => (period ? shadedSpan(rows, period, grain) : null), [period, rows, grain]);
  const shadeLabel = useMemo(() => shadeText(shaded, domain, plotWidth, format), [shaded, domain, plotWidth, format]);
  const [subject] = drawn;
  const open = useCallback(
    (bucket: string | null) => {
      const point = series[0]?.points.find((each) => each.bucket === bucket);
      if (point) onPoint?.(point);
    },
    [series, onPoint],
  );
  const named = callout && subject ? calloutPoint(subject.points, callout) : undefined;
  return { format, drawn, rows, axis, domain, layout, xLabels, xAt, yLabels, shaded, shadeLabel, open, named };
}
