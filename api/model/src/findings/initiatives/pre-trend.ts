import { chiSquareAbove, groupDifference, type GroupValue } from '../../statistics/index.ts';
import { STRETCH, type Stretch } from './days.ts';
import type { Sides } from './estimate.ts';
import type { PreTrend } from './finding.ts';
import { together, type Cell, type Group } from './panel.ts';

/** With fewer points a line says nothing of a trend. */
const LEAST_STRETCHES = 3;
/** Drift is told over so many days. */
const TOLD_OVER = 90;
/** One in a hundred by chance: a check that is made for every programme must not refuse one in twenty. */
const DIVERGES_BEYOND = 2.576;
/** A group is left out where chance would bring it so far from the path of those reached in one of two hundred cases. */
const SAME_PATH_ABOVE = 0.005;

interface Point {
  at: number;
  cell: Cell;
}

const pointsOf = (group: Group, stretches: readonly Stretch[], before: readonly number[]): Point[] =>
  before.flatMap((index) => {
    const [cell, stretch] = [group.cells[index], stretches[index]];
    return cell && stretch ? [{ at: stretch.offset / STRETCH, cell }] : [];
  });

/** The weighted least-squares slope of a group, by its rows. */
function slopeOf(points: readonly Point[], spread: number, treated: boolean): GroupValue[] {
  const rows = points.reduce((total, { cell }) => total + cell.rows, 0);
  const mean = (of: (point: Point) => number) =>
    points.reduce((total, point) => total + of(point) * point.cell.rows, 0) / rows;
  const middle = mean(({ at }) => at);
  const value = mean(({ cell }) => cell.value);
  const across = points.reduce((total, { at, cell }) => total + cell.rows * (at - middle) ** 2, 0);
  if (points.length < LEAST_STRETCHES || across === 0 || spread === 0) return [];
  const slope =
    points.reduce((total, { at, cell }) => total + cell.rows * (at - middle) * (cell.value - value), 0) / across;
  const scale = TOLD_OVER / STRETCH;
  return [{ treated, value: slope * scale, variance: (spread / across) * scale ** 2 }];
}

/** Did the groups reached move as the others did, before anything was done? */
export function preTrendOf(
  { treated, controls }: Sides,
  stretches: readonly Stretch[],
  before: readonly number[],
): PreTrend {
  const slopes = [treated, controls].flatMap((groups) => {
    const points = groups.map((group) => pointsOf(group, stretches, before));
    const spread = together(points.flat().map(({ cell }) => cell))?.spread ?? 0;
    return points.flatMap((one) => slopeOf(one, spread, groups === treated));
  });
  const found = groupDifference(slopes);
  if (!found?.interval) return { verdict: 'UNKNOWN', drift: null, interval: null };
  const diverges = Math.abs(found.difference) > DIVERGES_BEYOND * found.error;
  return { verdict: diverges ? 'DIVERGING' : 'PARALLEL', drift: found.difference, interval: found.interval };
}

/**
 * Did one group follow the path of those reached before the start, at whatever level? A row strays alike in all of them: told from the few
 * rows of a cell alone, a month of three like reviews would seem to be certain, and every small group to have gone its own way.
 */
export function followsPath(group: Group, treated: readonly Group[], before: readonly number[]): boolean {
  const cells = before.flatMap((index) => {
    const [own, theirs] = [group.cells[index] ?? null, together(treated.map((one) => one.cells[index] ?? null))];
    return own && theirs ? [{ own, theirs }] : [];
  });
  const spread = together(cells.flatMap(({ own, theirs }) => [own, theirs]))?.spread ?? 0;
  if (cells.length < LEAST_STRETCHES || spread === 0) return true;
  const gaps = cells.map(({ own, theirs }) => ({
    gap: own.value - theirs.value,
    variance: spread / own.rows + spread / theirs.rows,
  }));
  const weight = gaps.reduce((total, { variance }) => total + 1 / variance, 0);
  const level = gaps.reduce((total, { gap, variance }) => total + gap / variance, 0) / weight;
  const far = gaps.reduce((total, { gap, variance }) => total + (gap - level) ** 2 / variance, 0);
  return chiSquareAbove(far, gaps.length - 1) > SAME_PATH_ABOVE;
}
