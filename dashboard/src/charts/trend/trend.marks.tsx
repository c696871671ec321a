import { useEffect, type KeyboardEvent } from 'react';
import { useActiveTooltipDataPoints } from 'recharts';
import { useFormat } from '../../format/index.ts';
import { colourOf, dayNumber, isTooFew, isYoung, type ChartPoint, type Marking } from '../point.ts';
import { words } from '../words.ts';
import { loneBuckets, type TrendRow, type TrendSeries } from './trend.data.ts';
import { useScales } from './use-scales.ts';

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
