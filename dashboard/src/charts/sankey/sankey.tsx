import { useMemo, type KeyboardEvent } from 'react';

import { useFormat } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { colourOf } from '../point.ts';
import svg from '../svg.module.css';
import { fitText } from '../text-width.ts';
import { useWidth } from '../use-width.ts';
import { flowSays, sankeySummary, type SankeyFlow, type SankeyProps } from './sankey.data.ts';
import { placeNodes, ribbonPath, ribbons, type PlacedNode } from './sankey.geometry.ts';
import classes from './sankey.module.css';

const HEAD = 24;
const NODE = 11;

const pressed = (open: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Enter') open();
};

/** How many go which way: columns of what orders are, ribbons between them, coloured by where they lead. */
export function Sankey(props: SankeyProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(900);
  const phone = width < 560;
  const room = phone ? 460 : 400;
  const { nodes, scale } = useMemo(
    () =>
      placeNodes(
        props.columns.map((column) => column.nodes),
        room,
      ),
    [props.columns, room],
  );
  const drawn = useMemo(() => ribbons(nodes, props.flows, scale), [nodes, props.flows, scale]);
  const last = props.columns.length - 1;
  const labels = phone ? 0 : 150;
  const step = (width - NODE - labels) / Math.max(last, 1);
  const x = (column: number): number => column * step;
  return (
    <ChartFigure summary={sankeySummary(props, format)} frame={frame} className={phone ? svg.small : ''}>
      <svg width={width} height={room + HEAD}>
        {props.columns.map(({ label }, at) => (
          <text
            key={label}
            x={at === last && phone ? width : x(at)}
            y={11}
            textAnchor={at === last && phone ? 'end' : 'start'}
          >
            {fitText(label, step - 8, 11)}
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
              toLeft={phone && node.column === last}
              room={phone ? step - NODE - 8 : (node.column === last ? labels : step - NODE) - 10}
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
  toLeft: boolean;
  room: number;
  onOpen: SankeyProps['onNode'];
}

function NodeMark({ node, x, toLeft, room, onOpen }: NodeProps) {
  const format = useFormat();
  const open = () => onOpen?.(node.column, node.key);
  const ways = onOpen
    ? { role: 'link', tabIndex: 0, onClick: open, onKeyDown: pressed(open), className: svg.link }
    : {};
  const count = `${format.count(node.value)}${node.note ? ` · ${node.note}` : ''}`;
  const says = `${node.label} ${count}`;
  const middle = node.top + node.height / 2;
  const label = { x: toLeft ? x - 6 : x + NODE + 6, textAnchor: toLeft ? ('end' as const) : ('start' as const) };
  return (
    <g data-testid="node" data-node={node.key} aria-label={says} {...ways}>
      <title>{says}</title>
      <rect x={x} y={node.top} width={NODE} height={node.height} rx={2} fill={colourOf(node.tone)} />
      <rect x={toLeft ? x - room : x} y={middle - 15} width={room + NODE} height={30} fill="transparent" />
      <text {...label} y={middle - 1} className={`${svg.strong} ${svg.halo}`}>
        {fitText(node.label, room, 12)}
      </text>
      <text {...label} y={middle + 13} className={svg.halo}>
        {count}
      </text>
    </g>
  );
}
