import { useFormat, type Measure } from '../format/index.ts';
import { linear, type Axis } from './scale.ts';
import { textWidth } from './text-width.ts';
import svg from './svg.module.css';
import type { Marking, Range } from './point.ts';

interface IntervalStripProps {
  value: number | null;
  interval?: Range | null;
  axis: Axis;
  measure: Measure;
  colour: string;
  width: number;
  /** Not settled, or too few: hollow. */
  hollow?: boolean;
  /** Writes the value beside the dot; else only the mark. */
  labelled?: boolean;
  marking?: Marking | undefined;
}

const HEIGHT = 26;
const MIDDLE = 13;
const LABEL_ROOM = 56;

/** One dot with its interval on an axis that other strips share. */
export function IntervalStrip({
  value,
  interval,
  axis,
  measure,
  colour,
  width,
  hollow,
  labelled,
  marking,
}: IntervalStripProps) {
  const format = useFormat();
  const x = linear(axis, { low: 5, high: width - (labelled ? LABEL_ROOM : 5) });
  const end = interval ? x(interval.high) : x(value ?? axis.low);
  const label = format.value(value, measure);
  const left = end + 9 + textWidth(label) > width;
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden>
      <line x1={x(axis.low)} x2={x(axis.high)} y1={MIDDLE} y2={MIDDLE} stroke="var(--line)" />
      {axis.ticks.map((tick) => (
        <line key={tick} x1={x(tick)} x2={x(tick)} y1={MIDDLE - 4} y2={MIDDLE + 4} stroke="var(--line)" />
      ))}
      {value !== null && (
        <>
          {interval && (
            <rect
              x={x(interval.low)}
              y={MIDDLE - 5}
              width={Math.max(2, x(interval.high) - x(interval.low))}
              height={10}
              rx={3}
              fill={colour}
              opacity={0.3}
            />
          )}
          <circle
            cx={x(value)}
            cy={MIDDLE}
            r={hollow ? 3.8 : 4.4}
            fill={hollow ? 'var(--surface)' : colour}
            stroke={colour}
            strokeWidth={hollow ? 1.6 : 0}
          />
        </>
      )}
      {labelled && (
        <text
          {...marking}
          className={value === null ? undefined : `${svg.strong} ${svg.halo}`}
          x={value === null ? 8 : left ? x(interval?.low ?? value) - 8 : end + 9}
          y={MIDDLE + 4}
          textAnchor={left && value !== null ? 'end' : 'start'}
        >
          {label}
        </text>
      )}
    </svg>
  );
}
