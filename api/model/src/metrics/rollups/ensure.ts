import pg from 'pg';
import type { Queryable } from '../../schema/index.ts';
import { later, prompt, rollups } from './registry.ts';
import { fillStatement, createStatement, declarationHash, textOf, type Rollup } from './rollup.ts';
import { completeStale } from './whole.ts';

/** Two processes that start at once must not build the same table at once. */
const BUILD_LOCK = 7_270_002;

/** One script is one transaction, on a pool as on a client: a reader sees the old table until the new one is filled. */
const buildScript = (rollup: Rollup): string => {
  const isPrompt = prompt.includes(rollup);
  return [
    `select pg_advisory_xact_lock(${BUILD_LOCK})`,
    `drop table if exists ${rollup.table}`,
    createStatement(rollup),
    ...(isPrompt ? [textOf(fillStatement(rollup))] : []),
    `insert into ops.rollups (name, declaration_hash, built_at, stale_since)
values (${pg.escapeLiteral(rollup.table)}, ${pg.escapeLiteral(declarationHash(rollup))}, now(), ${isPrompt ? 'null' : 'now()'})
on conflict (name) do update set declaration_hash = excluded.declaration_hash, built_at = excluded.built_at, stale_since = excluded.stale_since`,
    `analyze ${rollup.table}`,
    'select scoped.close_rollups()',
  ].join(';\n');
};

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
  await completeRollups(db);
  return changed.map((rollup) => rollup.table);
}

/** After a publish: makes what it left stale. Returns the tables made. */
export const completeRollups = (db: Queryable): Promise<string[]> => completeStale(db, later);
