import type { Formatter } from '../../format/index.ts';
import type { Marking } from '../point.ts';
import { figure, text, type ChartTable } from '../table.ts';

export interface Step {
  key: string;
  label: string;
  /** How many came to it; undefined for the end, to which nobody comes. */
  count?: number;
}

/** One step followed directly by another. */
export interface StepEdge {
  from: string;
  to: string;
  count: number;
  /** Of those that came to `from`. */
  share: number;
  medianSeconds: number | null;
  p90Seconds: number | null;
  marking?: Marking;
}

export interface StepsProps {
  title: string;
  /** In the order in which they usually happen. */
  steps: readonly Step[];
  edges: readonly StepEdge[];
  heads: { from: string; to: string; count: string; share: string; median: string; most: string };
}

export interface Arc {
  edge: StepEdge;
  /** Rows of both ends. */
  start: number;
  end: number;
  /** 0 to 1, of the most frequent. */
  weight: number;
  back: boolean;
}

/** Between rows of steps; the most frequent last, so that they lie on top. An edge to a step that is not shown is none. */
export function arcsOf(steps: readonly Step[], edges: readonly StepEdge[]): Arc[] {
  const rows = new Map(steps.map(({ key }, at) => [key, at]));
  const most = Math.max(1, ...edges.map(({ count }) => count));
  return edges
    .flatMap((edge) => {
      const [start, end] = [rows.get(edge.from), rows.get(edge.to)];
      return start === undefined || end === undefined
        ? []
        : [{ edge, start, end, weight: edge.count / most, back: end < start }];
    })
    .toSorted((a, b) => a.weight - b.weight);
}

/** From row to row, bulging the farther the more rows lie between; a step that follows itself turns on the spot. */
export function arcPath({ start, end }: Pick<Arc, 'start' | 'end'>, row: number, room: number, rows: number): string {
  const y = (at: number): string => (at * row + row / 2).toFixed(1);
  const far = Math.abs(end - start) / Math.max(rows - 1, 1);
  const bulge = (room * (0.16 + 0.84 * Math.sqrt(far))).toFixed(1);
  return `M0 ${y(start)}C${bulge} ${y(start)} ${bulge} ${y(end)} 0 ${y(end)}`;
}

/** Where most of those that come to a step go next first. */
export const nextOf = (edges: readonly StepEdge[], step: string): StepEdge[] =>
  edges.filter(({ from }) => from === step).toSorted((a, b) => b.count - a.count);

const labelOf = (steps: readonly Step[], key: string): string => steps.find((step) => step.key === key)?.label ?? key;
const time = (seconds: number | null, format: Formatter): string => (seconds === null ? '–' : format.duration(seconds));

export function stepsTable({ steps, edges, heads }: StepsProps, format: Formatter): ChartTable {
  return {
    columns: [text(heads.from), text(heads.to), ...[heads.count, heads.share, heads.median, heads.most].map(figure)],
    rows: edges.map(({ from, to, count, share, medianSeconds, p90Seconds }) => {
      const ends = [labelOf(steps, from), labelOf(steps, to)];
      return {
        cells: [
          ...ends,
          format.count(count),
          format.share(share),
          time(medianSeconds, format),
          time(p90Seconds, format),
        ],
        raw: [...ends, count, share, medianSeconds, p90Seconds],
      };
    }),
  };
}

/** The three most frequent ways in words. */
export const stepsSummary = ({ title, steps, edges }: StepsProps, format: Formatter): string =>
  `${title}: ${edges
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 3)
    .map(
      ({ from, to, count, share }) =>
        `${labelOf(steps, from)} → ${labelOf(steps, to)} ${format.count(count)} (${format.share(share)})`,
    )
    .join(', ')}`;
