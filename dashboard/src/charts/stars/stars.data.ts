import type { Formatter } from '../../format/index.ts';
import type { Marking } from '../point.ts';
import { figure, text, type ChartTable } from '../table.ts';
import { words } from '../words.ts';

export interface ShareSegment {
  key: string;
  label: string;
  share: number | null;
}

export interface ShareRow {
  key: string;
  label: string;
  sample: number;
  /** In the order of the scale, worst first. */
  segments: readonly ShareSegment[];
  /** The figure at the end of the bar: the mean score. */
  end: number | null;
  tooFew?: boolean;
  marking?: Marking;
}

export interface StackedSharesProps {
  title: string;
  rows: readonly ShareRow[];
  /** Names of the scale's two ends: 1 ★ and 5 ★. */
  ends: [string, string];
  endLabel: string;
  onRow?: (key: string) => void;
}

export const SHARE_MEASURE = { unit: 'PERCENT', decimals: 1 } as const;
export const MEAN_MEASURE = { unit: 'SCORE', decimals: 2 } as const;

/** Below this a label does not fit its segment. */
export const LEAST_LABELLED = 0.065;

export function sharesTable(props: StackedSharesProps, format: Formatter): ChartTable {
  const names = props.rows[0]?.segments ?? [];
  return {
    columns: [
      text(props.title),
      figure(format.say(words.sample)),
      ...names.map(({ label }) => figure(label)),
      figure(props.endLabel),
    ],
    rows: props.rows.map((row) => ({
      cells: [
        row.label,
        format.count(row.sample),
        ...row.segments.map(({ share }) => format.value(share, SHARE_MEASURE)),
        format.value(row.end, MEAN_MEASURE),
      ],
      raw: [row.label, row.sample, ...row.segments.map(({ share }) => share), row.end],
    })),
  };
}

export function sharesSummary(props: StackedSharesProps, format: Formatter): string {
  const pieces = props.rows.map((row) => `${row.label} ${format.value(row.end, MEAN_MEASURE)}`);
  return `${props.title}: ${pieces.join(', ')}`;
}
