import pg from 'pg';
import type { Queryable } from '../../schema/index.ts';
import { raw, sql } from '../sql.ts';
import { orderPairs, orderTriples, repurchaseGaps } from './customers.ts';
import { ordersDaily, promisesDaily } from './daily.ts';
import {
  addPreparedStatement,
  applyStatements,
  buildStatement,
  createStatement,
  declarationHash,
  differenceStatement,
  JOURNEY,
  prepareStatement,
  textOf,
  type Rollup,
} from './rollup.ts';

const daily: readonly Rollup[] = [ordersDaily, promisesDaily];
const chains: readonly Rollup[] = [orderPairs, orderTriples, repurchaseGaps];
export const rollups: readonly Rollup[] = [...daily, ...chains];

/** Two processes that start at once must not build the same table at once. */
const BUILD_LOCK = 7_270_002;

/** One script is one transaction, on a pool as on a client: a reader sees the old table until the new one is filled. */
const buildScript = (rollup: Rollup): string =>
  [
    `select pg_advisory_xact_lock(${BUILD_LOCK})`,
    `drop table if exists ${rollup.table}`,
    createStatement(rollup),
    textOf(buildStatement(rollup)),
    `insert into ops.rollups (name, declaration_hash, built_at) values (${pg.escapeLiteral(rollup.table)}, ${pg.escapeLiteral(declarationHash(rollup))}, now())
on conflict (name) do update set declaration_hash = excluded.declaration_hash, built_at = excluded.built_at`,
    `analyze ${rollup.table}`,
  ].join(';\n');

/** Builds the tables of mart whose declaration is new or changed, drops those that are no longer declared; returns the names it built. */
export async function ensureRollups(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ name: string; declaration_hash: string; there: boolean }>(
    'select name, declaration_hash, to_regclass(name) is not null as there from ops.rollups',
  );
  const known = new Map(rows.filter((row) => row.there).map((row) => [row.name, row.declaration_hash]));
  const changed = rollups.filter((rollup) => known.get(rollup.table) !== declarationHash(rollup));
  for (const rollup of changed) await db.query(buildScript(rollup));
  for (const { name } of rows.filter((row) => !rollups.some((rollup) => rollup.table === row.name))) {
    await db.query(`drop table if exists ${name}; delete from ops.rollups where name = ${pg.escapeLiteral(name)}`);
  }
  return changed.map((rollup) => rollup.table);
}

const BEFORE = raw('pg_temp.journey_before');
const AFTER = raw('pg_temp.journey_after');
const keep = (into: typeof BEFORE): string =>
  textOf(
    sql`create temp table ${into} on commit drop as select j.* from affected_customers a join ${JOURNEY} j using (customer_id)`,
  );

const deltaScript = rollups
  .flatMap((rollup) => {
    const difference = raw(`pg_temp.${rollup.table.replace('mart.', '')}_difference`);
    return [
      differenceStatement(rollup, BEFORE, AFTER, difference),
      ...applyStatements(rollup, difference),
      sql`drop table ${difference}`,
    ];
  })
  .map(textOf)
  .join(';\n');

/** What a publishing transaction does to keep the rollups equal to the journey. */
export const rollupMaintenance = {
  /** Keeps the journey rows of `affected_customers(customer_id uuid primary key)` as they stand before the change. */
  async before(tx: Queryable): Promise<void> {
    await tx.query(`analyze affected_customers;\n${keep(BEFORE)}`);
  },
  /** Adds what the same customers contribute now, minus what they contributed before. */
  async after(tx: Queryable): Promise<void> {
    await tx.query(`${keep(AFTER)};\n${deltaScript};\ndrop table ${BEFORE.strings[0]}, ${AFTER.strings[0]}`);
  },
  /** Beside the transaction: what the rows of `journey` (shaped like order_journey) contribute to the costly rollups, a table each. */
  async prepare(db: Queryable, journey: string, tableOf: (rollup: string) => string): Promise<void> {
    for (const rollup of daily)
      await db.query(textOf(prepareStatement(rollup, raw(journey), raw(tableOf(rollup.table)))));
  },
  /** The cheap ones, from the same rows in the transaction itself; only for journeys of a shop that had none. */
  async addChains(tx: Queryable, journey: string): Promise<void> {
    for (const rollup of chains) await tx.query(textOf(buildStatement(rollup, raw(journey))));
  },
  /** Adds what was prepared. */
  async addPrepared(tx: Queryable, tableOf: (rollup: string) => string): Promise<void> {
    for (const rollup of daily) await tx.query(textOf(addPreparedStatement(rollup, raw(tableOf(rollup.table)))));
  },
  /** Everything anew, within the caller's transaction; readers keep the old rows until it commits. */
  async rebuild(tx: Queryable): Promise<void> {
    for (const rollup of rollups) await tx.query(`delete from ${rollup.table};\n${textOf(buildStatement(rollup))}`);
  },
};
