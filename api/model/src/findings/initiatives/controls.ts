import type { Period } from '../../metrics/index.ts';
import type { Initiative, Reached } from './definition.ts';
import { LEAST_ROWS, type Sides } from './estimate.ts';
import type { InitiativeFinding, LeftOut } from './finding.ts';
import { together, type Group } from './panel.ts';
import { followsPath } from './pre-trend.ts';

/** Groups to compare with, at least: two, or nobody knows how far groups stray by themselves. */
export const LEAST_CONTROLS = 2;

/** Others by the same dimension that began or ended among the days looked at: they change something just then. */
export function meanwhile(reached: Reached, others: readonly Initiative[], { from, to }: Period): Initiative[] {
  const inside = (day: string | null) => day !== null && day > from && day <= to;
  return others.filter(
    (other) =>
      !(other.shop === reached.shop && other.code === reached.code) &&
      other.shop === reached.shop &&
      other.scopeDimension === reached.scopeDimension &&
      (inside(other.startsOn) || inside(other.endsOn)),
  );
}

export const overlapsOf = (reached: Reached, others: readonly Initiative[]): InitiativeFinding['overlaps'] =>
  others.flatMap(({ code, label, scopeValues }) => {
    const groups = scopeValues.filter((value) => reached.scopeValues.includes(value));
    return groups.length > 0 ? [{ code, label, groups }] : [];
  });

interface Windows {
  before: readonly number[];
  after: readonly number[];
}

const rowsIn = (group: Group, indices: readonly number[]): number =>
  together(indices.map((index) => group.cells[index] ?? null))?.rows ?? 0;

/** Whom to compare with: groups nobody else changed meanwhile, with enough rows, that moved alike before the start. */
export function chooseControls(
  groups: readonly Group[],
  reached: Reached,
  others: readonly Initiative[],
  { before, after }: Windows,
): Sides & { leftOut: LeftOut[] } {
  const treated = groups.filter(({ code }) => reached.scopeValues.includes(code));
  const leftOut: LeftOut[] = [];
  const leave = ({ code, label }: Group, reason: LeftOut['reason'], initiative: string | null = null): false => {
    leftOut.push({ code, label, reason, initiative });
    return false;
  };
  const usable = groups.filter((group) => {
    if (treated.includes(group)) return false;
    const other = others.find(({ scopeValues }) => scopeValues.includes(group.code));
    if (other) return leave(group, 'OTHER_INITIATIVE', other.code);
    const enough = rowsIn(group, before) >= LEAST_ROWS && rowsIn(group, after) >= LEAST_ROWS;
    return enough || leave(group, 'TOO_FEW');
  });
  const alike = usable.filter((group) => followsPath(group, treated, before));
  if (alike.length < LEAST_CONTROLS) return { treated, controls: usable, leftOut };
  for (const group of usable) if (!alike.includes(group)) leave(group, 'MOVED_OTHERWISE');
  return { treated, controls: alike, leftOut };
}
