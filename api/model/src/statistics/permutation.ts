import { groupDifference, type GroupValue } from './group-difference.ts';
import { sequence } from './resampling.ts';

/** Below this many ways to choose the treated groups all are tried, above it so many drawn ones. */
const MOST_TRIED = 2_000;

export interface Placebo {
  /** Share of the assignments at least as extreme as the real one, the real one among them. */
  p: number;
  /** Assignments tried. */
  tried: number;
  /** Every possible assignment was tried. */
  exhaustive: boolean;
}

function ways(all: number, chosen: number): number {
  let count = 1;
  for (let i = 0; i < chosen; i += 1) count = (count * (all - i)) / (i + 1);
  return Math.round(count);
}

/** Every choice of so many positions, one after another. */
function* choices(all: number, chosen: number, from = 0): Generator<number[]> {
  if (chosen === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= all - chosen; first += 1)
    for (const rest of choices(all, chosen - 1, first + 1)) yield [first, ...rest];
}

function* draws(all: number, chosen: number): Generator<number[]> {
  const next = sequence(all * 1_009 + chosen);
  for (let draw = 1; draw < MOST_TRIED; draw += 1) {
    const places = Array.from({ length: all }, (_, index) => index);
    for (let i = 0; i < chosen; i += 1) {
      const other = i + Math.floor(next() * (all - i));
      [places[i], places[other]] = [places[other] ?? 0, places[i] ?? 0];
    }
    yield places.slice(0, chosen);
  }
}

const strength = (groups: readonly GroupValue[]): number => {
  const found = groupDifference(groups);
  return found === null || found.error === 0 ? 0 : Math.abs(found.difference) / found.error;
};

/**
 * Placebo test: had the programme been in other groups, how often would the difference have looked as large? Fisher's randomisation
 * test (The Design of Experiments, 1935) with the studentised difference. Null where there is no second way to choose.
 */
export function placebo(groups: readonly GroupValue[]): Placebo | null {
  const chosen = groups.filter(({ treated }) => treated).length;
  if (chosen === 0 || chosen === groups.length) return null;
  const exhaustive = ways(groups.length, chosen) <= MOST_TRIED;
  const real = strength(groups) * (1 - 1e-9);
  let [extreme, tried] = exhaustive ? [0, 0] : [1, 1];
  for (const places of (exhaustive ? choices : draws)(groups.length, chosen)) {
    const assigned = new Set(places);
    tried += 1;
    if (strength(groups.map((group, index) => ({ ...group, treated: assigned.has(index) }))) >= real) extreme += 1;
  }
  return { p: extreme / tried, tried, exhaustive };
}
