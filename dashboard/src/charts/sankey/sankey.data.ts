import type { Formatter } from '../../format/index.ts';
import type { Marking } from '../point.ts';
import { figure, text, type ChartTable } from '../table.ts';
import type { SankeyLink, SankeyNode } from './sankey.geometry.ts';

export interface SankeyFlow extends SankeyLink {
  share: number;
  low: number;
  high: number;
  medianSeconds: number | null;
  marking?: Marking;
}

export interface SankeyProps {
  title: string;
  /** What each column is called, and what it holds from the top. */
  columns: readonly { label: string; nodes: readonly SankeyNode[] }[];
  flows: readonly SankeyFlow[];
  heads: { from: string; to: string; count: string; share: string; low: string; high: string; median: string };
  onNode?: (column: number, key: string) => void;
  /** Nodes of which nothing can be done are no links. */
  opensNode?: (column: number, key: string) => boolean;
  onFlow?: (flow: SankeyFlow) => void;
}

export const labelIn = ({ columns }: Pick<SankeyProps, 'columns'>, column: number, key: string): string =>
  columns[column]?.nodes.find((node) => node.key === key)?.label ?? key;

export function sankeyTable(props: SankeyProps, format: Formatter): ChartTable {
  const { heads } = props;
  return {
    columns: [
      text(heads.from),
      text(heads.to),
      ...[heads.count, heads.share, heads.low, heads.high, heads.median].map(figure),
    ],
    rows: props.flows.map(({ column, from, to, value, share, low, high, medianSeconds }) => {
      const ends = [labelIn(props, column, from), labelIn(props, column + 1, to)];
      return {
        cells: [
          ...ends,
          format.count(value),
          ...[share, low, high].map((each) => format.share(each)),
          medianSeconds === null ? '–' : format.duration(medianSeconds),
        ],
        raw: [...ends, value, share, low, high, medianSeconds],
      };
    }),
  };
}

/** A flow in words: from, to, how many, of how many, and how long it took. */
export function flowSays(props: SankeyProps, flow: SankeyFlow, format: Formatter): string {
  const median = flow.medianSeconds === null ? '' : ` · ${props.heads.median} ${format.duration(flow.medianSeconds)}`;
  const range = `${format.share(flow.low)}–${format.share(flow.high)}`;
  return `${labelIn(props, flow.column, flow.from)} → ${labelIn(props, flow.column + 1, flow.to)}: ${format.count(flow.value)} · ${format.share(flow.share)} (${range})${median}`;
}

export const sankeySummary = (props: SankeyProps, format: Formatter): string =>
  `${props.title}: ${props.columns
    .map(
      ({ label, nodes }) =>
        `${label}: ${nodes
          .filter(({ value }) => value > 0)
          .map((node) => `${node.label} ${format.count(node.value)}`)
          .join(', ')}`,
    )
    .join('; ')}`;
