import type { Formatter } from '../../format/index.ts';
import { figure, text, type ChartTable } from '../table.ts';

export interface FunnelRow {
  key: string;
  label: string;
  count: number;
  /** Of the first step; null where nobody came to it. */
  share: number | null;
  medianSeconds: number | null;
  p90Seconds: number | null;
}

export interface FunnelProps {
  title: string;
  rows: readonly FunnelRow[];
  heads: { step: string; count: string; share: string; median: string; most: string };
  /** How long half, and nine of ten, took since the step before. */
  within: { half(duration: string): string; most(duration: string): string };
}

export function funnelTable({ rows, heads }: FunnelProps, format: Formatter): ChartTable {
  return {
    columns: [text(heads.step), figure(heads.count), figure(heads.share), figure(heads.median), figure(heads.most)],
    rows: rows.map((row) => ({
      cells: [
        row.label,
        format.count(row.count),
        format.share(row.share),
        format.duration(row.medianSeconds),
        format.duration(row.p90Seconds),
      ],
      raw: [row.label, row.count, row.share, row.medianSeconds, row.p90Seconds],
    })),
  };
}

export const funnelSummary = ({ title, rows }: FunnelProps, format: Formatter): string =>
  `${title}: ${rows.map((row) => `${row.label} ${format.count(row.count)} (${format.share(row.share)})`).join(' → ')}`;
