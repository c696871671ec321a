import type { Queryable } from '../../schema/index.ts';
import { facts, type Fact } from '../facts.ts';
import { rollups } from './registry.ts';

export interface RollupFacts {
  rollup: string;
  /** Whose rows it adds up. */
  fact: string;
  rows: number;
  bytes: number;
  /** Since when nobody reads it; null: it is read. */
  staleSince: string | null;
  /** Figures it answered in the days asked. */
  hits: number;
}

/** Figures over a fact that were answered from its rows. */
export interface RollupMiss {
  fact: string;
  /** What the question cut or filtered by. */
  dimensions: string[];
  questions: number;
  advice: string;
}

export interface RollupReport {
  days: number;
  rollups: RollupFacts[];
  misses: RollupMiss[];
}

const MOST_MISSES = 20;

function adviceFor(name: string, dimensions: readonly string[]): string {
  const fact: Fact | undefined = facts.find((each) => each.name === name);
  const { by = [], byMonth = [] } = fact?.rolledUp ?? {};
  const [only, second] = dimensions;
  if (!fact?.rolledUp) return `${name} is not rolled up: small facts are read as fast.`;
  if (second !== undefined) return 'Rollups hold one dimension at a time: ask by one, or for a shorter period.';
  if (only === undefined) return 'Percentiles, levels and customers of a fact are read from its rows.';
  if (by.some((each) => each === only))
    return 'Several values of it together, customers or percentiles: rows are read.';
  if (byMonth.some((each) => each === only)) return `Kept by whole months: ask for those, by MONTH or coarser.`;
  return `Add ${only} to rolledUp.by of ${name} if it is asked often.`;
}

/** Size and use of every rollup, and what none of them could answer, over the last days. */
export async function rollupReport(db: Queryable, days = 30): Promise<RollupReport> {
  const { rows: sizes } = await db.query<{ name: string; staleSince: string | null; rows: number; bytes: number }>(
    `select u.name, u.stale_since::text as "staleSince", greatest(c.reltuples, 0)::float8 as rows, pg_total_relation_size(c.oid)::float8 as bytes
     from ops.rollups u join pg_class c on c.oid = to_regclass(u.name)`,
  );
  const { rows: use } = await db.query<{ fact: string; dimensions: string; rollup: string; questions: number }>(
    `select fact, dimensions, rollup, sum(questions)::float8 as questions from ops.rollup_use
     where day > current_date - $1::int group by 1, 2, 3 order by 4 desc, 1, 2`,
    [days],
  );
  const hits = (table: string) =>
    use.filter(({ rollup }) => rollup === table).reduce((sum, { questions }) => sum + questions, 0);
  return {
    days,
    rollups: rollups.flatMap(({ table, fact }) => {
      const size = sizes.find(({ name }) => name === table);
      if (!size) return [];
      const { rows, bytes, staleSince } = size;
      return [{ rollup: table, fact: fact.name, rows, bytes, staleSince, hits: hits(table) }];
    }),
    misses: use
      .filter(({ rollup }) => rollup === '')
      .slice(0, MOST_MISSES)
      .map(({ fact, dimensions, questions }) => {
        const names = dimensions === '' ? [] : dimensions.split(', ');
        return { fact, dimensions: names, questions, advice: adviceFor(fact, names) };
      }),
  };
}
