import { useFormat } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { linear } from '../scale.ts';
import svg from '../svg.module.css';
import { textWidth } from '../text-width.ts';
import { useWidth } from '../use-width.ts';
import { ValueAxis } from '../value-axis.tsx';
import { spreadAxis, spreadSummary, type SpreadProps, type SpreadRow } from './spread.data.ts';

const TOP = 22;
const ROW = 36;
const LABEL = 132;

/** From the tenth to the ninetieth of a hundred, a dot at the middle one: how far apart the same thing is treated. */
export function Spread(props: SpreadProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(560);
  const { rows, measure, heads } = props;
  const axis = spreadAxis(rows);
  const labelWidth = Math.min(LABEL, width * 0.34);
  const shares = rows.map((row) => format.share(row.share, 0));
  const shareWidth = Math.max(textWidth(heads.share), ...shares.map((each) => textWidth(each, 12)));
  const x = linear(axis, { low: labelWidth + 8, high: width - shareWidth - 24 });
  const height = TOP + rows.length * ROW + 22;
  return (
    <ChartFigure summary={spreadSummary(props, format)} frame={frame}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <ValueAxis axis={axis} measure={measure} x={x} top={TOP - 6} height={height} />
        <text x={width} y={11} textAnchor="end">
          {heads.share}
        </text>
        {rows.map((row, at) => {
          const y = TOP + at * ROW + ROW / 2;
          return (
            <g key={row.key}>
              <text className={svg.strong} x={0} y={y - 1}>
                {row.label}
              </text>
              <text x={0} y={y + 12} style={{ fontSize: 11 }}>
                {row.note}
              </text>
              <Strip row={row} x={x} y={y} text={format.value(row.median, measure)} />
              <text className={svg.strong} x={width} y={y + 4} textAnchor="end">
                {shares[at]}
              </text>
            </g>
          );
        })}
      </svg>
    </ChartFigure>
  );
}

function Strip({ row, x, y, text }: { row: SpreadRow; x: (value: number) => number; y: number; text: string }) {
  if (row.median === null) return null;
  const [low, high] = [x(row.low ?? row.median), x(row.high ?? row.median)];
  return (
    <>
      <rect x={low} y={y - 5} width={Math.max(2, high - low)} height={10} rx={3} fill="var(--now)" opacity={0.26} />
      <circle cx={x(row.median)} cy={y} r={4.2} fill="var(--now)" />
      <text className={`${svg.middle} ${svg.halo}`} x={x(row.median)} y={y - 9} textAnchor="middle">
        {text}
      </text>
    </>
  );
}
