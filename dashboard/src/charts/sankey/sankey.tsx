import { useMemo, type KeyboardEvent } from 'react';

import { useFormat } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { colourOf } from '../point.ts';
import svg from '../svg.module.css';
import { fitText, wrapText } from '../text-width.ts';
import { useWidth } from '../use-width.ts';
import { flowSays, sankeySummary, type SankeyFlow, type SankeyProps } from './sankey.data.ts';
import { placeNodes, ribbonPath, ribbons, type PlacedNode } from './sankey.geometry.ts';
import classes from './sankey.module.css';

const HEAD = 24;
const NODE = 11;
/** Room for a name in two lines with its share below. */
const NARROW_GAP = 42;
const LINE = 13;

const pressed = (open: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Enter') open();
};

/** How many go which way: columns of what orders are, ribbons between them, coloured by where they lead. */
export function Sankey(props: SankeyProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(900);
  const phone = width < 560;
  const room = phone ? 560 : 400;
  const { nodes, scale } = useMemo(
    () =>
      placeNodes(
        props.columns.map((column) => column.nodes),
        room,
        phone ? NARROW_GAP : undefined,
      ),
    [props.columns, room, phone],
  );
  const drawn = useMemo(() => ribbons(nodes, props.flows, scale), [nodes, props.flows, scale]);
  const last = props.columns.length - 1;
  const labels = phone ? 74 : 150;
  const step = (width - NODE - labels) / Math.max(last, 1);
  const x = (column: number): number => column * step;
  return (
    <ChartFigure summary={sankeySummary(props, format)} frame={frame} className={phone ? svg.small : ''}>
      <svg width={width} height={room + HEAD}>
        {props.columns.map(({ label }, at) => (
          <text key={label} x={x(at)} y={11}>
            {fitText(label, (at === last ? labels : step) - 8, 11)}
          </text>
        ))}
        <g transform={`translate(0 ${HEAD})`}>
          {drawn.map(({ link, thickness, start, end, tone }) => (
            <RibbonMark
              key={`${link.column} ${link.from} ${link.to}`}
              flow={link}
              path={ribbonPath(x(link.column) + NODE, x(link.column + 1), start, end, thickness)}
              colour={colourOf(tone)}
              says={flowSays(props, link, format)}
              onOpen={props.onFlow}
            />
          ))}
          {nodes.map((node) => (
            <NodeMark
              key={`${node.column} ${node.key}`}
              node={node}
              x={x(node.column)}
              narrow={phone}
              room={(node.column === last ? labels : step - NODE) - (phone ? 6 : 10)}
              onOpen={props.opensNode?.(node.column, node.key) === false ? undefined : props.onNode}
            />
          ))}
        </g>
      </svg>
    </ChartFigure>
  );
}

interface RibbonProps {
  flow: SankeyFlow;
  path: string;
  colour: string;
  says: string;
  onOpen: SankeyProps['onFlow'];
}

function RibbonMark({ flow, path, colour, says, onOpen }: RibbonProps) {
  const open = () => onOpen?.(flow);
  const ways = onOpen ? { role: 'link', tabIndex: 0, onClick: open, onKeyDown: pressed(open) } : {};
  return (
    <path
      d={path}
      fill={colour}
      className={onOpen ? `${classes.ribbon} ${svg.link}` : classes.ribbon}
      data-testid="flow"
      aria-label={says}
      {...flow.marking}
      {...ways}
    >
      <title>{says}</title>
    </path>
  );
}

interface NodeProps {
  node: PlacedNode;
  x: number;
  /** Names in two lines, shares without their counts: those stand in the table. */
  narrow: boolean;
  room: number;
  onOpen: SankeyProps['onNode'];
}

function NodeMark({ node, x, narrow, room, onOpen }: NodeProps) {
  const format = useFormat();
  const open = () => onOpen?.(node.column, node.key);
  const ways = onOpen
    ? { role: 'link', tabIndex: 0, onClick: open, onKeyDown: pressed(open), className: svg.link }
    : {};
  const count = `${format.count(node.value)}${node.note ? ` · ${node.note}` : ''}`;
  const says = `${node.label} ${count}`;
  const names = narrow ? wrapText(node.label, room, 11, 2) : [fitText(node.label, room, 12)];
  const lines = [...names, narrow ? (node.note ?? count) : count];
  const middle = node.top + node.height / 2;
  const first = middle + 4 - ((lines.length - 1) * LINE) / 2;
  return (
    <g data-testid="node" data-node={node.key} aria-label={says} {...ways}>
      <title>{says}</title>
      <rect x={x} y={node.top} width={NODE} height={node.height} rx={2} fill={colourOf(node.tone)} />
      <rect x={x} y={middle - 21} width={room + NODE} height={42} fill="transparent" />
      {lines.map((line, at) => (
        <text
          key={line}
          x={x + NODE + (narrow ? 4 : 6)}
          y={first + at * LINE}
          className={at < names.length ? `${svg.strong} ${svg.halo}` : svg.halo}
        >
          {line}
        </text>
      ))}
    </g>
  );
}
