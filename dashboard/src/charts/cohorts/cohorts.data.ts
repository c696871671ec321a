import type { Formatter, Measure } from '../../format/index.ts';
import type { Marking, Range } from '../point.ts';
import { axisOf, type Axis } from '../scale.ts';
import { figure, text, type ChartTable } from '../table.ts';
import { words } from '../words.ts';

export interface CohortCell {
  value: number | null;
  interval?: Range | null;
  sample: number;
  mature: boolean;
  tooFew?: boolean;
  marking?: Marking;
}

export interface CohortRow {
  key: string;
  label: string;
  size: number | null;
  /** One cell a window, in the order of `windows`; null: nobody has been observed that long. */
  cells: readonly (CohortCell | null)[];
}

export interface CohortsProps {
  title: string;
  measure: Measure;
  rowHead: string;
  sizeHead: string;
  windows: readonly { key: string; label: string }[];
  rows: readonly CohortRow[];
  onCell?: (rowKey: string, windowKey: string) => void;
}

/** One axis a window: cohorts are compared down the column. Those too small to rate do not stretch it. */
export function cohortAxis(rows: readonly CohortRow[], window: number): Axis {
  const cells = rows.flatMap((row) => row.cells[window] ?? []).filter((cell) => !cell.tooFew);
  return axisOf(
    cells.flatMap((cell) => [cell.value, cell.interval?.high]),
    { fromZero: true, ceiling: 1, most: 4 },
  );
}

export const isHollow = (cell: CohortCell): boolean => !cell.mature || cell.tooFew === true;

export function cohortTable(props: CohortsProps, format: Formatter): ChartTable {
  return {
    columns: [
      text(props.rowHead),
      figure(props.sizeHead),
      ...props.windows.flatMap(({ label }) => [
        figure(label),
        figure(format.say(words.sample)),
        text(format.say(words.state)),
      ]),
    ],
    rows: props.rows.map((row) => ({
      cells: [
        row.label,
        format.count(row.size),
        ...row.cells.flatMap((cell) =>
          cell === null || cell.value === null
            ? [format.say(words.notYet), format.count(cell?.sample ?? 0), '']
            : [format.value(cell.value, props.measure), format.count(cell.sample), stateOf(cell, format)],
        ),
      ],
      raw: [
        row.key,
        row.size,
        ...row.cells.flatMap((cell) => [cell?.value ?? null, cell?.sample ?? 0, cell ? stateOf(cell, format) : '']),
      ],
    })),
  };
}

function stateOf(cell: CohortCell, format: Formatter): string {
  if (!cell.mature) return format.say(words.maturing);
  return cell.tooFew ? format.say(words.tooFew) : '';
}

export function cohortSummary(props: CohortsProps, format: Formatter): string {
  const pieces = props.windows.map(({ label }, at) => {
    const known = props.rows.flatMap((row) => {
      const cell = row.cells[at];
      return cell && cell.value !== null && !isHollow(cell) ? [cell.value] : [];
    });
    return known.length === 0
      ? `${label}: ${format.noValue()}`
      : `${label}: ${format.interval({ low: Math.min(...known), high: Math.max(...known) }, props.measure)}`;
  });
  return `${props.title}. ${pieces.join('; ')}`;
}
