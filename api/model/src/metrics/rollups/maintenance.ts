import type { Queryable } from '../../schema/index.ts';
import { orders } from '../facts.ts';
import { raw, sql } from '../sql.ts';
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

const BEFORE = raw('pg_temp.journey_before');
const AFTER = raw('pg_temp.journey_after');
const keep = (into: typeof BEFORE): string =>
  textOf(
    sql`create temp table ${into} on commit drop as select j.* from affected_customers a join ${raw(orders.relation)} j using (customer_id)`,
  );

const deltas = deltaScript(prompt, BEFORE, AFTER);

const remade = async (tx: Queryable): Promise<void> => {
  for (const rollup of prompt) await tx.query(`delete from ${rollup.table};\n${textOf(fillStatement(rollup))}`);
};

/** What a publishing transaction does to keep the rollups of orders equal to the journey. */
export const rollupMaintenance = {
  tables: prompt.map(({ table }) => table),
  /** Keeps the journey rows of `affected_customers(customer_id uuid primary key)` as they stand before the change. */
  async before(tx: Queryable): Promise<void> {
    await tx.query(`analyze affected_customers;\n${keep(BEFORE)}`);
  },
  /** Adds what the same customers contribute now, minus what they contributed before. */
  async after(tx: Queryable): Promise<void> {
    await tx.query(`${keep(AFTER)};\nanalyze ${BEFORE.strings[0]}, ${AFTER.strings[0]};\n${deltas}`);
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
