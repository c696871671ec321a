import type { Queryable } from '../../schema/index.ts';
import { raw } from '../sql.ts';
import { chains, later, prompt, promptDaily } from './registry.ts';
import {
  addPreparedStatement,
  buildStatement,
  deltaScript,
  fillStatement,
  prepareStatement,
  summedStatement,
  textOf,
} from './rollup.ts';
import { markStale } from './stale.ts';
import { fillWhole } from './whole.ts';

/**
 * No temporary tables, for only others can be read by several processes at once; they are made and dropped within the publish. Each is
 * read by one process alone: what a server gives to one statement then goes to the sides of the difference.
 */
const BEFORE = 'landing."___journey_before"';
const AFTER = 'landing."___journey_after"';
const SIDE_BY_SIDE = 'set local max_parallel_workers_per_gather = 2';
const AS_EVER = 'set local max_parallel_workers_per_gather to default';
const FORGET = `drop table if exists ${BEFORE}, ${AFTER}`;

/** Of journey rows that differ: how they stood, and how they stand. */
interface ChangedRows {
  before: string;
  after: string;
  alias: string;
  columns: readonly string[];
}

const namedBy = (columns: readonly string[]): string[] => {
  const texts = prompt.map((rollup) => textOf(rollup.contribution(raw('rows'))));
  const named = new Set(texts.flatMap((text) => [...text.matchAll(/\bj\.([a-z_0-9]+)/g)].map(([, name = '']) => name)));
  return columns.filter((name) => named.has(name));
};

const deltas = deltaScript(prompt, raw(BEFORE), raw(AFTER));

const remade = async (tx: Queryable): Promise<void> => {
  await tx.query(FORGET);
  for (const rollup of prompt) await tx.query(`delete from ${rollup.table};\n${textOf(fillStatement(rollup))}`);
};

/** What a publishing transaction does to keep the rollups of orders equal to the journey. */
export const rollupMaintenance = {
  tables: prompt.map(({ table }) => table),
  /**
   * A script that keeps the journey rows a publish takes out or changes, and what stands in their place, for `after`. Rows that stay
   * as they are say the same before and after: what each of these rollups adds up is told by a row alone.
   */
  keepChanged({ before, after, alias, columns }: ChangedRows): string {
    const read = namedBy(columns).map((name) => `${alias}.${name}`);
    const made = (table: string, from: string) =>
      `create unlogged table ${table} with (autovacuum_enabled = false, parallel_workers = 0) as select ${read.join(', ')} from ${from}`;
    return `${FORGET}; ${made(BEFORE, before)}; ${made(AFTER, after)};`;
  },
  /** Adds what the kept rows contribute now, minus what they contributed before. */
  async after(tx: Queryable): Promise<void> {
    await tx.query(`analyze ${BEFORE}, ${AFTER};\n${SIDE_BY_SIDE};\n${deltas};\n${AS_EVER};\n${FORGET}`);
  },
  /** Beside the transaction: what the rows of `journey` (shaped like order_journey) contribute to the costly rollups, a table each. */
  async prepare(db: Queryable, journey: string, tableOf: (rollup: string) => string): Promise<void> {
    for (const rollup of promptDaily)
      await db.query(textOf(prepareStatement(rollup, raw(journey), raw(tableOf(rollup.table)))));
  },
  /** The cheap ones, from the same rows in the transaction itself; only for journeys of a shop that had none. */
  async addChains(tx: Queryable, journey: string, shop: string): Promise<void> {
    for (const rollup of chains)
      await tx.query(textOf(rollup.from ? summedStatement(rollup, shop) : buildStatement(rollup, raw(journey))));
  },
  /** Adds what was prepared. */
  async addPrepared(tx: Queryable, tableOf: (rollup: string) => string): Promise<void> {
    for (const rollup of promptDaily) await tx.query(textOf(addPreparedStatement(rollup, raw(tableOf(rollup.table)))));
  },
  /** Those that no publish keeps once it changes many: they wait until after the commit. */
  async leaveLater(tx: Queryable): Promise<void> {
    await markStale(tx, later);
  },
  /** Those every publish keeps, anew within the caller's transaction; readers keep the old rows until it commits. The others wait until after it. */
  async rebuildPrompt(tx: Queryable): Promise<void> {
    await remade(tx);
    await markStale(tx, later);
  },
  /** Every rollup anew. */
  async rebuild(tx: Queryable): Promise<void> {
    await remade(tx);
    await fillWhole(tx, later);
  },
};
