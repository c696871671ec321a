import { useMemo } from 'react';
import { useFormat, type Formatter } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { colourOf } from '../point.ts';
import { figure, text, type ChartTable } from '../table.ts';
import { fitText } from '../text-width.ts';
import { useWidth } from '../use-width.ts';
import { words } from '../words.ts';
import svg from '../svg.module.css';
import { flowShape, streamPath, type FlowNode } from './flow.geometry.ts';

export interface RunFlowProps {
  title: string;
  /** Feeds or files, what each brought. */
  sources: readonly FlowNode[];
  /** What became of the rows; the sums of both sides are equal, or the run is not whole. */
  outcomes: readonly FlowNode[];
  total: number;
  heads: { source: string; outcome: string; rows: string };
}

export function flowTable(props: RunFlowProps, format: Formatter): ChartTable {
  const line = (kind: string) => (node: FlowNode) => ({
    cells: [kind, node.label, format.count(node.rows)],
    raw: [kind, node.label, node.rows],
  });
  return {
    columns: [text(''), text(props.title), figure(props.heads.rows)],
    rows: [...props.sources.map(line(props.heads.source)), ...props.outcomes.map(line(props.heads.outcome))],
  };
}

export const flowSummary = (props: RunFlowProps, format: Formatter): string =>
  `${props.title}: ${format.say(words.read)} ${format.count(props.total)}; ${props.outcomes.map((node) => `${node.label} ${format.count(node.rows)}`).join(', ')}`;

const shareOf = (rows: number, total: number): number | null => (total > 0 ? rows / total : null);

/** Every row read, from its feed to what became of it. Thin streams are drawn at least 2.5 px thick: the card says so. */
export function RunFlow(props: RunFlowProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(900);
  const phone = width < 560;
  const shape = useMemo(
    () => flowShape(props.sources, props.outcomes, phone ? 70 : 116),
    [props.sources, props.outcomes, phone],
  );
  const [leftX, rightX] = phone ? [82, width - 128] : [Math.min(170, width * 0.18), width - 280];
  const middle = (leftX + rightX) / 2;
  return (
    <ChartFigure summary={flowSummary(props, format)} frame={frame} className={phone ? svg.small : ''}>
      <svg width={width} height={shape.height} viewBox={`0 0 ${width} ${shape.height}`}>
        <text
          className={svg.strong}
          x={middle}
          y={14}
          textAnchor="middle"
        >{`${format.say(words.read)} ${format.count(props.total)}`}</text>
        {shape.left.map(({ node, outer, inner, thickness }) => (
          <g key={node.key}>
            <path
              d={streamPath(leftX + 10, outer, middle - 5, inner)}
              stroke="var(--then)"
              strokeOpacity={0.28}
              strokeWidth={thickness}
              fill="none"
            />
            <rect
              x={leftX}
              y={outer - Math.max(thickness, 4) / 2}
              width={10}
              height={Math.max(thickness, 4)}
              rx={2}
              fill="var(--ink2)"
            />
            <text
              className={svg.middle}
              x={leftX - 8}
              y={phone ? outer + 4 : outer + (thickness > 30 ? -2 : 4)}
              textAnchor="end"
            >
              {fitText(node.label, leftX - 8)}
              <title>{node.label}</title>
            </text>
            {!phone && (
              <text
                className={thickness > 30 ? undefined : svg.halo}
                x={thickness > 30 ? leftX - 8 : leftX + 16}
                y={thickness > 30 ? outer + 13 : outer + 4}
                textAnchor={thickness > 30 ? 'end' : 'start'}
              >
                {format.count(node.rows)}
              </text>
            )}
          </g>
        ))}
        <rect x={middle - 5} y={shape.bar.top - 2} width={10} height={shape.bar.height + 4} rx={2} fill="var(--ink)" />
        {shape.right.map(({ node, outer, inner, thickness }) => (
          <g key={node.key}>
            <path
              d={streamPath(middle + 5, inner, rightX, outer)}
              stroke={colourOf(node.tone)}
              strokeOpacity={node.tone === 'then' ? 0.28 : 0.5}
              strokeWidth={thickness}
              fill="none"
            />
            <rect
              x={rightX}
              y={outer - Math.max(thickness, 4) / 2}
              width={10}
              height={Math.max(thickness, 4)}
              rx={2}
              fill={colourOf(node.tone)}
            />
            <text
              className={svg.strong}
              x={rightX + 20}
              y={outer + (node.note && !phone ? 1 : 4)}
              style={node.tone === 'then' || node.tone === 'ink' ? undefined : { fill: colourOf(node.tone) }}
            >
              {node.label}
            </text>
            {node.note && !phone && (
              <text x={rightX + 20} y={outer + 15}>
                {node.note}
              </text>
            )}
            <text
              className={svg.strong}
              x={phone ? width : width - 66}
              y={outer + (node.note && !phone ? 1 : 4)}
              textAnchor="end"
            >
              {format.count(node.rows)}
            </text>
            {!phone && (
              <text x={width} y={outer + (node.note ? 1 : 4)} textAnchor="end">
                {shareText(shareOf(node.rows, props.total), format)}
              </text>
            )}
          </g>
        ))}
      </svg>
    </ChartFigure>
  );
}

/** A few rows in a million are not 0.0 %: small shares get the decimals they need. */
function shareText(share: number | null, format: Formatter): string {
  if (share !== null && share > 0 && share < 0.0005) return format.share(share, 3);
  return format.share(share);
}
