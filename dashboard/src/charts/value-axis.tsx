import { useFormat, type Measure } from '../format/index.ts';
import type { Axis } from './scale.ts';

interface ValueAxisProps {
  axis: Axis;
  measure: Measure;
  x(value: number): number;
  /** From here down to the words, which stand at the foot. */
  top: number;
  height: number;
}

/** Upright lines at round values through all rows, each named below. */
export function ValueAxis({ axis, measure, x, top, height }: ValueAxisProps) {
  const words = useFormat().ticks(axis.ticks, measure);
  return axis.ticks.map((tick) => (
    <g key={tick}>
      <line x1={x(tick)} x2={x(tick)} y1={top} y2={height - 20} stroke="var(--line)" />
      <text x={x(tick)} y={height - 5} textAnchor="middle">
        {words.get(tick)}
      </text>
    </g>
  ));
}
