import type { Stretch } from './days.ts';
import type { Sides } from './estimate.ts';
import type { ControlGroup, Measured, TrendPoint } from './finding.ts';
import { together, type Cell, type Group } from './panel.ts';

interface Windows {
  before: readonly number[];
  after: readonly number[];
}

export const measuredOf = (cell: Cell | null): Measured | null =>
  cell && { value: cell.value, numerator: cell.numerator, rows: cell.rows };

const over = (group: Group, indices: readonly number[]): Measured | null =>
  measuredOf(together(indices.map((index) => group.cells[index] ?? null)));

/** The largest first. */
export const controlGroups = (controls: readonly Group[], { before, after }: Windows): ControlGroup[] =>
  controls
    .flatMap((group) => {
      const was = over(group, before);
      return was ? [{ code: group.code, label: group.label, before: was, after: over(group, after) }] : [];
    })
    .toSorted((a, b) => b.before.rows - a.before.rows);

/** Both sides stretch by stretch, all rows of a side together. */
export function trendOf(
  { treated, controls }: Sides,
  stretches: readonly Stretch[],
  { before, after }: Windows,
): TrendPoint[] {
  const at = (groups: readonly Group[], index: number) =>
    measuredOf(together(groups.map(({ cells }) => cells[index] ?? null)));
  return [...before, ...after].flatMap((index) => {
    const stretch = stretches[index];
    if (!stretch) return [];
    const { from, to, offset } = stretch;
    return [{ from, to, offset, treated: at(treated, index), control: at(controls, index) }];
  });
}
