import type { Formatter, Measure } from '../../format/index.ts';
import type { Marking } from '../point.ts';
import { figure, text, type ChartTable } from '../table.ts';
import { words } from '../words.ts';

export interface BarRow {
  key: string;
  label: string;
  value: number | null;
  marking?: Marking;
  /** Another row was chosen: it steps back. */
  faded?: boolean;
}

export interface BarsProps {
  title: string;
  measure: Measure;
  /** In the order they are drawn: the largest first. */
  rows: readonly BarRow[];
  /** What all of it comes to: shares are of this, so that rows left out are not forgotten. */
  total: number;
  heads: { label: string; value: string; share: string; cumulative: string };
  onRow?: (key: string) => void;
}

export interface PlacedBar extends BarRow {
  /** Of the widest bar, 0 to 1. */
  width: number;
  share: number | null;
  /** This row and all above it, of the total. */
  cumulative: number | null;
}

/** Bars from 0 on one scale, each with its share and that of all down to it. */
export function placeBars(rows: readonly BarRow[], total: number): PlacedBar[] {
  const widest = Math.max(0, ...rows.map((row) => row.value ?? 0));
  let sum = 0;
  return rows.map((row) => {
    const value = row.value ?? 0;
    sum += value;
    return {
      ...row,
      width: widest > 0 ? value / widest : 0,
      share: total > 0 && row.value !== null ? value / total : null,
      cumulative: total > 0 ? Math.min(1, sum / total) : null,
    };
  });
}

export function barsTable({ rows, total, measure, heads }: BarsProps, format: Formatter): ChartTable {
  return {
    columns: [text(heads.label), figure(heads.value), figure(heads.share), figure(heads.cumulative)],
    rows: placeBars(rows, total).map((row) => ({
      cells: [row.label, format.exact(row.value, measure), format.share(row.share), format.share(row.cumulative)],
      raw: [row.label, row.value, row.share, row.cumulative],
    })),
  };
}

export function barsSummary({ title, rows, total, measure }: BarsProps, format: Formatter): string {
  const [first] = placeBars(rows, total);
  if (!first) return `${title}: ${format.noValue()}`;
  return `${title}: ${first.label} ${format.value(first.value, measure)} (${format.share(first.share)}), ${format.say(words.value)} ${format.value(total, measure)}`;
}
