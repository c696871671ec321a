import {
  answerMetrics,
  type DimensionFilter,
  type MetricAccess,
  type MetricBounds,
  type MetricHead,
  type MetricId,
  type MetricPoint,
} from '../../metrics/index.ts';
import type { Queryable } from '../../schema/index.ts';
import { t95, Z95 } from '../../statistics/index.ts';
import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';
import type { Stretch } from './days.ts';

/** Many enough for every region, channel, carrier or topic; of merchants and agents the largest. */
const MOST_GROUPS = 200;

/** A figure of one group over some days. `spread`: the variance of a single row. */
export interface Cell {
  value: number;
  numerator: number | null;
  rows: number;
  spread: number | null;
}

export interface Group {
  code: string;
  label: LocalizedText;
  /** By stretch; null where nothing was measured. */
  cells: (Cell | null)[];
}

export interface Panel {
  head: MetricHead;
  stretches: Stretch[];
  groups: Group[];
}

export interface PanelRequest {
  metric: MetricId;
  dimension: Dimension;
  where: DimensionFilter[];
}

/** What a single row strays by, from the interval of the figure: each kind of figure has its own. */
function spreadOf({ interval, sample }: MetricPoint): number | null {
  if (!interval || sample < 2) return null;
  const times = interval.method === 'student-t' ? t95(sample - 1) : Z95;
  return ((interval.high - interval.low) / 2 / times) ** 2 * sample;
}

const cellOf = (point: MetricPoint | undefined): Cell | null =>
  point && point.value !== null && point.sample > 0
    ? { value: point.value, numerator: point.numerator, rows: point.sample, spread: spreadOf(point) }
    : null;

export interface Reading {
  db: Queryable;
  access: MetricAccess;
  bounds: MetricBounds;
}

/** One figure for every group and stretch, by the metric's own definition. */
export async function readPanel(
  { db, access, bounds }: Reading,
  { metric, dimension, where }: PanelRequest,
  stretches: Stretch[],
): Promise<Panel | null> {
  const groups = new Map<string, Group>();
  let head: MetricHead | null = null;
  for (const [index, { from, to }] of stretches.entries()) {
    const asked = { metrics: [metric], period: { from, to }, by: [dimension], where, limit: MOST_GROUPS };
    const { series } = await answerMetrics(db, asked, access, bounds);
    for (const { metric: found, key, points } of series) {
      head ??= found;
      const [value] = key;
      if (!value?.value) continue;
      const empty = (): Group => ({ code: value.value ?? '', label: value.label, cells: stretches.map(() => null) });
      const group = groups.get(value.value) ?? empty();
      group.cells[index] = cellOf(points[0]);
      groups.set(value.value, group);
    }
  }
  return head && { head, stretches, groups: [...groups.values()] };
}

/** Cells put together, each with the weight of its rows. */
export function together(cells: readonly (Cell | null)[]): Cell | null {
  const known = cells.filter((cell) => cell !== null);
  const rows = known.reduce((total, cell) => total + cell.rows, 0);
  if (rows === 0) return null;
  const weighted = (of: (cell: Cell) => number) =>
    known.reduce((total, cell) => total + of(cell) * cell.rows, 0) / rows;
  const told = known.filter(({ spread }) => spread !== null);
  const toldRows = told.reduce((total, cell) => total + cell.rows, 0);
  return {
    value: weighted(({ value }) => value),
    numerator: known.every(({ numerator }) => numerator !== null)
      ? known.reduce((total, { numerator }) => total + (numerator ?? 0), 0)
      : null,
    rows,
    spread: toldRows > 0 ? told.reduce((total, cell) => total + (cell.spread ?? 0) * cell.rows, 0) / toldRows : null,
  };
}
