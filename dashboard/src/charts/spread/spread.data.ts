import type { Formatter, Measure } from '../../format/index.ts';
import { axisOf, type Axis } from '../scale.ts';
import { figure, text, type ChartTable } from '../table.ts';

export interface SpreadRow {
  key: string;
  label: string;
  /** Under the label. */
  note: string;
  low: number | null;
  median: number | null;
  high: number | null;
  /** At the end of the row, and what it counts. */
  share: number | null;
  total: number | null;
}

export interface SpreadProps {
  title: string;
  measure: Measure;
  rows: readonly SpreadRow[];
  heads: { label: string; low: string; median: string; high: string; share: string; total: string };
}

export const spreadAxis = (rows: readonly SpreadRow[]): Axis =>
  axisOf(
    rows.flatMap((row) => [row.median, row.high]),
    { fromZero: true },
  );

export function spreadTable({ rows, measure, heads }: SpreadProps, format: Formatter): ChartTable {
  return {
    columns: [
      text(heads.label),
      figure(heads.low),
      figure(heads.median),
      figure(heads.high),
      figure(heads.share),
      figure(heads.total),
    ],
    rows: rows.map((row) => ({
      cells: [
        row.label,
        ...[row.low, row.median, row.high].map((value) => format.exact(value, measure)),
        format.share(row.share),
        format.exact(row.total, measure),
      ],
      raw: [row.label, row.low, row.median, row.high, row.share, row.total],
    })),
  };
}

export const spreadSummary = ({ title, rows, measure, heads }: SpreadProps, format: Formatter): string =>
  `${title}: ${rows
    .map(
      (row) =>
        `${row.label} ${heads.median} ${format.value(row.median, measure)} (${format.value(row.low, measure)}–${format.value(row.high, measure)}), ${heads.share} ${format.share(row.share)}`,
    )
    .join('; ')}`;
