import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import { landingTable, type Source } from '../source/source.ts';
import { landingColumns } from './columns.ts';

/** Rows that could not be used, gathered while landing and staging; publishing moves them to ops.quarantine. */
export function refusedTable(source: Source): string {
  return `landing.${source.name}___refused_records`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Landing is unlogged and free of constraints: what is in it can always be landed again. */
export async function createLandingTable(db: Queryable, source: Source, role: string): Promise<void> {
  const file = source.files[role];
  if (!file) throw new Error(`source ${source.name} has no file role ${role}`);
  const columns = landingColumns(file).map(([name, type]) => `${quoted(name)} ${type}`);
  await db.query(
    `create unlogged table ${landingTable(source.name, role)} (file_id uuid, record_no bigint, ${columns.join(', ')})
     with (autovacuum_enabled = false)`,
  );
}

export async function createRefusedTable(db: pg.Client, source: Source): Promise<void> {
  await db.query(
    `create unlogged table ${refusedTable(source)} (
       feed text not null, file_id uuid not null, file_name text not null, record_no bigint not null, line_no bigint, byte_offset bigint,
       reason text not null, field text, detail jsonb not null, raw bytea not null, key_id integer,
       positions integer[], external_id text, source_version timestamptz, value_only boolean not null default false)`,
  );
}

/** Everything an earlier run of this source left, finished or killed. */
export async function dropLanding(db: pg.Client, source: Source): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `select format('landing.%I', relname) as name from pg_class
     where relnamespace = 'landing'::regnamespace and relkind = 'r' and starts_with(relname, $1)`,
    [`${source.name}__`],
  );
  if (rows.length > 0) await db.query(`drop table ${rows.map(({ name }) => name).join(', ')}`);
}
