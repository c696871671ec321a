import {
  measureOver,
  partsOf,
  type AdditiveMetric,
  type AdditiveParts,
  type Lines,
  type Measure,
} from '../measures.ts';
import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import type { DailyRollup } from '../rollups/daily.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import type { Scanned } from './scanned.ts';

/**
 * Five numbers a tally reads for each bucket and slice: what is counted or summed (percentile: the value), out of how many,
 * two that carry the uncertainty (sum of squares and nothing; or the lower and upper order statistic), and 1 where the value is
 * approximate.
 */
export const NUMBERS_A_TALLY = 5;
export type Numbers = [first: Sql, second: Sql | null, third?: Sql, fourth?: Sql, fifth?: Sql];

/** One pass over one relation that answers several tallies. */
export interface Reading {
  tallies: readonly Tally[];
  /** select bucket date, k1 text, k2 text, numbers float8[] (five for each tally, in order); of `shown` slices only, where it is given and can be. */
  select(question: Question, window: Window, shown?: Sql): Sql;
  /** select k1 text, k2 text, weight float8: how much a tally weighs in each slice, where that is cheaper told than all numbers. */
  weigh?(question: Question, window: Window, tally: Tally): Sql | undefined;
  /** What it goes through for that; absent: unknown. */
  scanned?(question: Question, window: Window): Scanned[];
}

export const packed = (numbers: readonly Numbers[]): Sql => {
  const all = numbers.flatMap((own) => Array.from({ length: NUMBERS_A_TALLY }, (_, index) => own[index] ?? null));
  return sql`array[${join(
    all.map((number) => (number ? sql`(${number})::float8` : sql`null`)),
    ', ',
  )}]::float8[]`;
};

const four = (parts: AdditiveParts, read: (measure: Measure) => Sql): Numbers => {
  const second = parts.denominator ?? parts.rows;
  return [read(parts.numerator), second ? read(second) : null, parts.squares ? read(parts.squares) : undefined];
};

export const numbersFromRows = (metric: AdditiveMetric, cuts: readonly Lines[], among: Sql | null): Numbers =>
  four(partsOf(metric, among), (measure) => measureOver(measure, cuts));
/** Whole numbers are added as float8, exact up to 2^53: of thousands of slices the way through numeric takes longer than all the rest. */
const summed = ({ type }: Measure, column: Sql): Sql =>
  type === 'bigint' ? sql`sum(${column}::float8)` : sql`sum(${column})`;

export const numbersFromRollup = (metric: AdditiveMetric, rollup: DailyRollup, among: Sql | null): Numbers => {
  const rows = among ? sql` filter (where ${among})` : sql``;
  return four(partsOf(metric), (measure) => sql`${summed(measure, raw(`r.${rollup.columnOf(measure)}`))}${rows}`);
};

/** The columns that they are read from. */
export const columnsOfRollup = (metrics: readonly AdditiveMetric[], rollup: DailyRollup): string[] => {
  const measures = metrics.flatMap((metric) => Object.values(partsOf(metric)) as (Measure | undefined)[]);
  return [...new Set(measures.flatMap((measure) => (measure ? [rollup.columnOf(measure)] : [])))];
};
