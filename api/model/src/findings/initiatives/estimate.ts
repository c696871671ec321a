import {
  groupDifference,
  placebo,
  relativeEffect,
  type GroupDifference,
  type GroupValue,
  type Placebo,
} from '../../statistics/index.ts';
import type { Measured } from './finding.ts';
import { together, type Cell, type Group } from './panel.ts';

/** Fewer rows than this before or after say nothing of a group of their own. */
export const LEAST_ROWS = 20;

export interface Sides {
  treated: Group[];
  controls: Group[];
}

interface Change {
  treated: boolean;
  before: Cell;
  after: Cell;
}

export interface Estimate extends GroupDifference {
  relative: ReturnType<typeof relativeEffect>;
  placebo: Placebo | null;
  treatedBefore: Measured;
  treatedAfter: Measured;
  controlBefore: Measured;
  controlAfter: Measured;
  /** What the groups reached would have been without it. */
  without: number;
}

const pick = (group: Group, indices: readonly number[]): Cell | null =>
  together(indices.map((i) => group.cells[i] ?? null));

function changesOf(
  groups: readonly Group[],
  treated: boolean,
  before: readonly number[],
  after: readonly number[],
): Change[] {
  return groups.flatMap((group) => {
    const [was, is] = [pick(group, before), pick(group, after)];
    return was && is && was.rows >= LEAST_ROWS && is.rows >= LEAST_ROWS ? [{ treated, before: was, after: is }] : [];
  });
}

/** A row strays alike in all groups of a side: told from each group alone, a group without a failure would seem to be certain. */
const spreadIn = (cells: readonly Cell[]): number => together(cells)?.spread ?? 0;

function measured(cells: readonly Cell[], weights: readonly number[]): Measured {
  const whole = together(cells);
  return {
    value: cells.reduce((total, { value }, index) => total + value * (weights[index] ?? 0), 0),
    numerator: whole?.numerator ?? null,
    rows: whole?.rows ?? 0,
  };
}

/** Change of each group, and what chance alone would make of it. */
function valued(changes: readonly Change[]): GroupValue[] {
  const [wasSpread, isSpread] = [
    spreadIn(changes.map(({ before }) => before)),
    spreadIn(changes.map(({ after }) => after)),
  ];
  return changes.map(({ treated, before, after }) => ({
    treated,
    value: after.value - before.value,
    variance: wasSpread / before.rows + isSpread / after.rows,
  }));
}

/**
 * Difference in differences between the groups reached and the others: each group's own change first, then the mean change of the one
 * side minus that of the other. Null where a side has no group with enough rows before and after.
 */
export function estimate(
  { treated, controls }: Sides,
  before: readonly number[],
  after: readonly number[],
): Estimate | null {
  const these = changesOf(treated, true, before, after);
  const others = changesOf(controls, false, before, after);
  const values = [...valued(these), ...valued(others)];
  const found = groupDifference(values);
  if (!found || values.some(({ variance }) => !(variance > 0))) return null;
  const [ours, theirs] = [found.weights.slice(0, these.length), found.weights.slice(these.length)];
  const treatedAfter = measured(
    these.map((one) => one.after),
    ours,
  );
  const isSpread = spreadIn(these.map((one) => one.after));
  const afterVariance = these.reduce((total, one, i) => total + ((ours[i] ?? 0) ** 2 * isSpread) / one.after.rows, 0);
  return {
    ...found,
    relative: relativeEffect(found.difference, found.error ** 2, treatedAfter.value, afterVariance),
    placebo: placebo(values),
    treatedBefore: measured(
      these.map((one) => one.before),
      ours,
    ),
    treatedAfter,
    controlBefore: measured(
      others.map((one) => one.before),
      theirs,
    ),
    controlAfter: measured(
      others.map((one) => one.after),
      theirs,
    ),
    without: treatedAfter.value - found.difference,
  };
}
