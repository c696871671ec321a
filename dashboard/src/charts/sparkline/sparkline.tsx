import { useMemo } from 'react';
import { useFormat, type Measure } from '../../format/index.ts';
import type { ChartPoint } from '../point.ts';
import { useWidth } from '../use-width.ts';
import svg from '../svg.module.css';
import { sparklineShape, type Span } from './sparkline.geometry.ts';

export interface SparklineProps {
  title: string;
  measure: Measure;
  points: readonly ChartPoint[];
  period: Span;
  previous?: Span | null;
  lastYear?: Span | null;
  target?: number | null;
  /** Height of the line; the rails take 10 px more. */
  height?: number;
}

const RAIL = {
  now: { stroke: 'var(--now)' },
  then: { stroke: 'var(--then)' },
  year: { stroke: 'var(--then)', strokeDasharray: '3 2.5' },
} as const;

/** The shape of the last months; grey before, blue in the period, and the rails that say which stretch is compared with which. */
export function Sparkline({ title, measure, points, period, previous, lastYear, target, height = 38 }: SparklineProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLSpanElement>(200);
  const shape = useMemo(
    () => sparklineShape({ points, width, height, period, previous, lastYear, target }),
    [points, width, height, period, previous, lastYear, target],
  );
  const [first, last] = [points[0], points.at(-1)];
  const summary =
    first && last
      ? `${title}: ${format.value(first.value, measure)} → ${format.value(last.value, measure)}, ${format.dayRange(first.bucket, last.bucketEnd)}`
      : title;
  return (
    <span
      ref={frame}
      className={svg.figure}
      style={{ display: 'block', height: height + 12 }}
      role="img"
      aria-label={summary}
    >
      {shape && (
        <svg width={width} height={height + 12} viewBox={`0 0 ${width} ${height + 12}`}>
          {shape.targetY !== null && (
            <>
              <line
                x1={0}
                x2={width - 10}
                y1={shape.targetY}
                y2={shape.targetY}
                stroke="var(--line2)"
                strokeDasharray="2 3"
              />
              <path d={`M${width - 7} ${shape.targetY}l6 -3.5v7z`} fill="var(--ink2)" />
            </>
          )}
          {shape.band.map((path) => (
            <path key={path} d={path} fill="var(--nowband)" />
          ))}
          {shape.past.map((path) => (
            <path
              key={path}
              d={path}
              fill="none"
              stroke="var(--then)"
              strokeWidth={1.5}
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          ))}
          {shape.current.map((path) => (
            <path
              key={path}
              d={path}
              fill="none"
              stroke="var(--now)"
              strokeWidth={2.2}
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          ))}
          {shape.end && (
            <circle
              cx={shape.end.x}
              cy={shape.end.y}
              r={shape.end.young ? 2.8 : 3}
              fill={shape.end.young ? 'var(--surface)' : shape.end.current ? 'var(--now)' : 'var(--then)'}
              stroke={shape.end.current ? 'var(--now)' : 'var(--then)'}
              strokeWidth={shape.end.young ? 1.6 : 0}
            />
          )}
          {shape.rails.map(({ kind, x1, x2 }) => (
            <line key={kind} x1={x1} x2={x2} y1={height + 9} y2={height + 9} strokeWidth={2.6} {...RAIL[kind]} />
          ))}
        </svg>
      )}
    </span>
  );
}
