import { usePlotArea, useXAxisScale, useYAxisScale, useActiveTooltipDataPoints } from 'recharts';
import { useEffect, type KeyboardEvent } from 'react';
import { useFormat, type Measure } from '../../format/index.ts';
import { colourOf, dayNumber, isTooFew, isYoung, type ChartPoint, type Marking } from '../point.ts';
import { spread } from '../scale.ts';
import { textWidth } from '../text-width.ts';
import { words } from '../words.ts';
import svg from '../svg.module.css';
import { lastKnown, loneBuckets, type Annotation, type TrendRow, type TrendSeries } from './trend.data.ts';
import { emptiestStretch, stagger } from './trend.ticks.ts';

/** Pixel positions of a day and of a value, once the chart knows its axes. */
interface Scales {
  x: (day: string | number) => number;
  y: (value: number) => number;
  area: { x: number; y: number; width: number; height: number };
  /** Whether the plot reaches a value. */
  holds: (value: number) => boolean;
}

function useScales(): Scales | null {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!area || !xScale || !yScale) return null;
  const x = (day: string | number): number => xScale(typeof day === 'string' ? dayNumber(day) : day) ?? area.x;
  const y = (value: number): number => yScale(value) ?? area.y;
  return { x, y, area, holds: (value) => y(value) >= area.y - 0.5 && y(value) <= area.y + area.height + 0.5 };
}

/** Denominators below the plot, on the same x: what each point rests on. */
export function DenominatorBars({
  points,
  label,
  height,
  gap,
  shaded,
}: {
  points: readonly ChartPoint[];
  label: string;
  height: number;
  gap: number;
  shaded: [number, number] | null;
}) {
  const scales = useScales();
  const format = useFormat();
  if (!scales) return null;
  const { x, area } = scales;
  const most = Math.max(1, ...points.map((point) => point.sample));
  const base = area.y + area.height + gap + height;
  const width = Math.max(1, Math.min(14, (area.width / Math.max(points.length, 1)) * 0.62));
  return (
    <g aria-hidden>
      {points.map((point) => {
        const tall = (point.sample / most) * height;
        const inside = shaded !== null && dayNumber(point.bucket) >= shaded[0] && dayNumber(point.bucket) <= shaded[1];
        return (
          <rect
            key={point.bucket}
            x={x(point.bucket) - width / 2}
            y={base - tall}
            width={width}
            height={tall}
            rx={1}
            fill={inside ? 'var(--now)' : 'var(--then)'}
            opacity={0.55}
          />
        );
      })}
      <line x1={area.x} x2={area.x + area.width} y1={base + 0.5} y2={base + 0.5} stroke="var(--line)" />
      <text x={area.x + area.width + 12} y={base - height + 9}>
        {label}
      </text>
      <text
        x={area.x + area.width + 12}
        y={base - height + 23}
      >{`${format.say(words.top)} ${format.count(most)}`}</text>
    </g>
  );
}

/** Events on top of the plot; a span is tinted, its label never runs into the next. */
export function Annotations({ events }: { events: readonly Annotation[] }) {
  const scales = useScales();
  if (!scales) return null;
  const { x, area } = scales;
  const levels = stagger(events.map((event) => ({ from: x(event.from), width: textWidth(event.label) })));
  return (
    <g>
      {events.map((event, at) => {
        const y = area.y - 12 - 15 * (levels[at] ?? 0);
        const from = x(event.from);
        return (
          <g key={event.from + event.label}>
            {event.to && (
              <rect
                x={from}
                y={area.y}
                width={Math.max(2, x(event.to) - from)}
                height={area.height}
                fill="var(--warn)"
                opacity={0.13}
              />
            )}
            <line x1={from} x2={from} y1={y - 8} y2={area.y + area.height} stroke="var(--line2)" />
            <circle cx={from} cy={area.y + area.height} r={2.6} fill="var(--ink2)" />
            <text className={svg.middle} x={from + 4} y={y}>
              {event.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Hollow dots on young and too small points, filled ones on points that stand alone. A comparison shows only its line. */
export function PointMarks({ series, drawn }: { series: TrendSeries; drawn: TrendSeries }) {
  const scales = useScales();
  if (!scales) return null;
  const lone = loneBuckets(drawn.points);
  const hollow = (point: ChartPoint): boolean => isYoung(point) || isTooFew(point);
  const marked = series.points.filter(
    (point) =>
      typeof point.value === 'number' &&
      scales.holds(point.value) &&
      (lone.has(point.bucket) || (hollow(point) && !(series.thin && isTooFew(point)))),
  );
  return (
    <g aria-hidden>
      {marked.map((point) => (
        <circle
          key={point.bucket}
          cx={scales.x(point.bucket)}
          cy={scales.y(point.value ?? 0)}
          r={series.thin ? 2.4 : 3.6}
          fill={hollow(point) ? 'var(--surface)' : colourOf(series.tone)}
          stroke={colourOf(series.tone)}
          strokeWidth={1.6}
        />
      ))}
    </g>
  );
}

/** The value and name of each line at its end, moved apart; the names go where there is no room for them. */
export function EndLabels({
  series,
  measure,
  roomy,
}: {
  series: readonly TrendSeries[];
  measure: Measure;
  roomy: boolean;
}) {
  const scales = useScales();
  const format = useFormat();
  if (!scales) return null;
  const { x, y, area } = scales;
  const ends = series.flatMap((each) => {
    const point = lastKnown(each.points);
    return point ? [{ each, point }] : [];
  });
  const gap = roomy ? 38 : 15;
  const places = spread(
    ends.map(({ point }) => y(point.value ?? 0)),
    gap,
    { low: area.y + 2, high: area.y + area.height - (roomy ? 14 : 0) },
  );
  return (
    <g aria-hidden>
      {ends.map(({ each, point }, at) => {
        const place = places[at] ?? area.y;
        const left = area.x + area.width + 12;
        return (
          <g key={each.key}>
            {!isYoung(point) && (
              <circle
                cx={x(point.bucket)}
                cy={y(point.value as number)}
                r={each.thin ? 2.4 : 3.6}
                fill={colourOf(each.tone)}
              />
            )}
            <text
              x={left}
              y={place + 4}
              style={{ fill: each.tone === 'then' ? 'var(--ink2)' : colourOf(each.tone), fontWeight: 600 }}
            >
              {format.value(point.value, measure)}
            </text>
            {roomy && (
              <text x={left} y={place + 18}>
                {each.label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** "target 95%" on its line, where the data leave most room for it. */
export function TargetLabel({
  series,
  measure,
  target,
}: {
  series: readonly TrendSeries[];
  measure: Measure;
  target: number;
}) {
  const scales = useScales();
  const format = useFormat();
  if (!scales) return null;
  const { x, y, area } = scales;
  const label = `${format.say(words.target)} ${format.trimmed(target, measure)}`;
  const drawn = series.flatMap((each) =>
    each.points.flatMap((point) =>
      typeof point.value === 'number' ? [{ x: x(point.bucket), y: y(point.value) }] : [],
    ),
  );
  const left = emptiestStretch(
    drawn,
    { from: area.x + 4, to: area.x + area.width - 4 },
    textWidth(label),
    y(target) - 8,
  );
  return (
    <text className={svg.halo} x={left} y={y(target) - 5} aria-hidden>
      {label}
    </text>
  );
}

/** The one settled point worth a name, its label on the side where the plot has room. */
export function Callout({ point, label, below }: { point: ChartPoint; label: [string, string]; below: boolean }) {
  const scales = useScales();
  if (!scales || typeof point.value !== 'number') return null;
  const { x, y, area } = scales;
  const [at, level] = [x(point.bucket), y(point.value)];
  const left = at - area.x > 110;
  const base = below ? Math.min(level + 4, area.y + area.height - 18) : Math.max(level - 8, area.y + 12);
  const anchor = left ? 'end' : 'start';
  const textX = left ? at - 9 : at + 9;
  return (
    <g aria-hidden>
      <circle cx={at} cy={level} r={3.6} fill="var(--now)" />
      <text className={`${svg.strong} ${svg.halo}`} x={textX} y={base} textAnchor={anchor}>
        {label[0]}
      </text>
      <text className={svg.halo} x={textX} y={base + 14} textAnchor={anchor}>
        {label[1]}
      </text>
    </g>
  );
}

/** One invisible column a bucket: the whole height opens the rows behind its point. */
export function HitColumns({
  points,
  onOpen,
  marking,
}: {
  points: readonly ChartPoint[];
  onOpen: (bucket: string) => void;
  marking?: ((point: ChartPoint) => Marking) | undefined;
}) {
  const scales = useScales();
  const format = useFormat();
  if (!scales) return null;
  const { x, area } = scales;
  const width = area.width / Math.max(points.length, 1);
  const opened = (bucket: string) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.stopPropagation();
    onOpen(bucket);
  };
  return (
    <g>
      {points.map((point) => (
        <rect
          key={point.bucket}
          {...marking?.(point)}
          data-testid="point"
          role="link"
          tabIndex={-1}
          aria-label={format.day(point.bucket)}
          x={x(point.bucket) - width / 2}
          y={area.y}
          width={width}
          height={area.height}
          fill="transparent"
          style={{ outline: 'none' }}
          onClick={() => onOpen(point.bucket)}
          onKeyDown={opened(point.bucket)}
        />
      ))}
    </g>
  );
}

/** Tells which row the pointer or the arrow keys are on, so that Enter can open it. */
export function ActiveRow({ onActive }: { onActive: (bucket: string | null) => void }) {
  const active = useActiveTooltipDataPoints<TrendRow>();
  const bucket = active?.[0]?.bucket ?? null;
  useEffect(() => onActive(bucket), [bucket, onActive]);
  return null;
}
