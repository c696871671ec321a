import { factors, type FactorId } from './factors/index.ts';
import type { Sample } from './sample.ts';

/** One number a row, or 0 and 1 for a level of a category. */
export interface Column {
  /** Null: noise, and the outcome. */
  factor: FactorId | null;
  /** The level of a category; null for a quantity or a flag. */
  level: string | null;
}

export interface Design {
  columns: Column[];
  /** Row after row; the outcome stands last, columns of noise before it. */
  rows: Float64Array;
  /** Factors with the share of the orders it can be said of, of which it is known. */
  known: ReadonlyMap<FactorId, number>;
  unused: { factor: FactorId; because: 'unknown' | 'constant' }[];
}

/** A factor known of fewer orders than this, or of which one value holds for all others, says nothing. */
const LEAST_KNOWN = 0.05;
const LEAST_ROWS = 20;
/** Levels of a category that stand alone; the others are one. */
const MOST_LEVELS = 9;
/** Columns of noise: one alone would weigh now much, now little. */
export const NOISES = 4;
export const OTHERS = '…';

type Values = readonly (number | string | null)[];

/** Frequent levels by how many rows have them, ties by their code. */
export function levelsOf(values: Values): string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  const sorted = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([level]) => level);
  const alone = sorted.filter((level) => (counts.get(level) ?? 0) >= LEAST_ROWS).slice(0, MOST_LEVELS);
  return alone.length < sorted.length ? [...alone, OTHERS] : alone;
}

const levelIn = (levels: readonly string[], value: string): number => {
  const at = levels.indexOf(value);
  return at === -1 ? levels.indexOf(OTHERS) : at;
};

interface Laid {
  columns: Column[];
  write: (rows: Float64Array, width: number, first: number) => void;
}

/** What is not known of a quantity is taken to be the mean of what is: it then says nothing either way. */
function quantity(factor: FactorId, values: Values): Laid | null {
  let sum = 0;
  let n = 0;
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (typeof value !== 'number') continue;
    sum += value;
    n++;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (least === most || n === 0) return null;
  const mean = sum / n;
  return {
    columns: [{ factor, level: null }],
    write: (rows, width, first) => {
      for (const [row, value] of values.entries()) rows[row * width + first] = typeof value === 'number' ? value : mean;
    },
  };
}

/** What is not known of a category has each level as often as the others have it. */
function choice(factor: FactorId, values: Values): Laid | null {
  const levels = levelsOf(values);
  if (levels.length < 2) return null;
  const counts = new Float64Array(levels.length);
  let n = 0;
  for (const value of values) {
    if (value === null) continue;
    counts[levelIn(levels, String(value))]!++;
    n++;
  }
  return {
    columns: levels.map((level) => ({ factor, level })),
    write: (rows, width, first) => {
      for (const [row, value] of values.entries()) {
        if (value !== null) rows[row * width + first + levelIn(levels, String(value))] = 1;
        else for (const [at, count] of counts.entries()) rows[row * width + first + at] = count / n;
      }
    },
  };
}

function rare(factor: FactorId, values: Values): boolean {
  if (factors[factor].kind !== 'flag') return false;
  let yes = 0;
  let no = 0;
  for (const value of values) {
    if (value === 1) yes++;
    else if (value === 0) no++;
  }
  return Math.min(yes, no) < LEAST_ROWS;
}

/** The columns a linear model is fitted to. */
export function designOf(sample: Sample): Design {
  const known = new Map<FactorId, number>();
  const unused: Design['unused'] = [];
  const laid: Laid[] = [];
  for (const { factor, values, applies } of sample.columns) {
    const whole = applies ? applies.filter(Boolean).length : values.length;
    const of = values.reduce<number>((n, value, row) => n + (value !== null && (!applies || applies[row]) ? 1 : 0), 0);
    const share = whole === 0 ? 0 : of / whole;
    known.set(factor, share);
    if (share < LEAST_KNOWN || of < LEAST_ROWS) {
      unused.push({ factor, because: 'unknown' });
      continue;
    }
    const own = rare(factor, values) ? null : (factors[factor].kind === 'choice' ? choice : quantity)(factor, values);
    if (own) laid.push(own);
    else unused.push({ factor, because: 'constant' });
  }
  const apart = { factor: null, level: null };
  const columns = [...laid.flatMap((each) => each.columns), ...Array.from({ length: NOISES + 1 }, () => apart)];
  const width = columns.length;
  const rows = new Float64Array(sample.hit.length * width);
  let first = 0;
  for (const each of laid) {
    each.write(rows, width, first);
    first += each.columns.length;
  }
  for (const [row, hit] of sample.hit.entries()) {
    const last = (row + 1) * width - 1;
    rows[last] = hit;
    for (let nth = 0; nth < NOISES; nth++) rows[last - 1 - nth] = sample.noise[row]![nth]!;
  }
  return { columns, rows, known, unused };
}
