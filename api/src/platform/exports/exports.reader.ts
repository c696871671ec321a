import type { Queryable } from '@rapport/model/schema';
import type { LocalizedText, Scope } from '@rapport/model/vocabulary';
import type { FormatName } from './formats/index.ts';

export type ExportState = 'running' | 'done' | 'failed' | 'canceled' | 'interrupted' | 'expired';

/** An export as it is kept. */
export interface KeptExport {
  id: string;
  holderId: string;
  holder: string;
  role: string;
  scope: Scope | null;
  name: string;
  format: FormatName;
  document: string;
  operation: string | null;
  variables: string;
  columns: string[];
  state: ExportState;
  rows: number;
  expectedRows: number | null;
  bytes: number;
  cost: number;
  dataVersion: number | null;
  error: { code: string; text: LocalizedText } | null;
  secret: Buffer;
  sha256: Buffer | null;
  startedAt: Date;
  finishedAt: Date | null;
  expiresAt: Date;
}

/** A writer that was not heard of for so long has ended. */
const SILENT = `interval '20 seconds'`;

const columns = `id, holder_id as "holderId", holder, role, scope, name, format, document, operation, variables, columns,
  case when state = 'running' and beat_at < now() - ${SILENT} then 'interrupted' when state = 'done' and expires_at < now() then 'expired' else state end as state,
  rows, expected_rows as "expectedRows", bytes, cost, data_version as "dataVersion", error, secret, sha256,
  started_at as "startedAt", finished_at as "finishedAt", expires_at as "expiresAt"`;

export async function readExport(db: Queryable, id: string): Promise<KeptExport | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const { rows } = await db.query<KeptExport>(`/* export */ select ${columns} from ops.exports where id = $1`, [id]);
  return rows[0] ?? null;
}

/** The latest first. */
export async function readExportsOf(
  db: Queryable,
  holderId: string,
  { first, after }: { first: number; after: { startedAt: string; id: string } | null },
): Promise<(KeptExport & { startedText: string })[]> {
  const { rows } = await db.query<KeptExport & { startedText: string }>(
    `/* exports */ select ${columns}, started_at::text as "startedText" from ops.exports
     where holder_id = $1 and ($2::timestamptz is null or (started_at, id) < ($2::timestamptz, $3::uuid))
     order by started_at desc, id desc limit $4`,
    [holderId, after?.startedAt ?? null, after?.id ?? null, first + 1],
  );
  return rows;
}

export async function countExportsOf(db: Queryable, holderId: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    '/* count exports */ select count(*) as n from ops.exports where holder_id = $1',
    [holderId],
  );
  return rows[0]?.n ?? 0;
}

/** Points of cost of the exports somebody started within the hour, and when the oldest of them leaves it. */
export async function spentInTheHour(db: Queryable, holderId: string): Promise<{ cost: number; seconds: number }> {
  const { rows } = await db.query<{ cost: number; seconds: number }>(
    `/* export budget */ select coalesce(sum(cost), 0)::bigint as cost,
       coalesce(ceil(extract(epoch from min(started_at) + interval '1 hour' - now())), 0)::integer as seconds
     from ops.exports where holder_id = $1 and started_at > now() - interval '1 hour'`,
    [holderId],
  );
  return rows[0] ?? { cost: 0, seconds: 0 };
}

export type NewExport = Pick<
  KeptExport,
  'holderId' | 'holder' | 'role' | 'scope' | 'name' | 'format' | 'document' | 'operation' | 'variables' | 'columns'
> & { secret: Buffer; server: string; hours: number };

export async function insertExport(db: Queryable, made: NewExport): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `/* start export */ insert into ops.exports (holder_id, holder, role, scope, name, format, document, operation, variables, columns, secret, server, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now() + make_interval(hours => $13)) returning id`,
    [
      made.holderId,
      made.holder,
      made.role,
      made.scope && JSON.stringify(made.scope),
      made.name,
      made.format,
      made.document,
      made.operation,
      made.variables,
      made.columns,
      made.secret,
      made.server,
      made.hours,
    ],
  );
  return rows[0]!.id;
}

export interface Progress {
  rows: number;
  bytes: number;
  cost: number;
}

/** Of an account or a key `h`: it is still what the export was begun with. */
const sameRights = `h.role = n.role and n.scope is not distinct from
  case when h.scope_dimension is not null then jsonb_build_object('dimension', h.scope_dimension, 'values', h.scope_values) end`;

/** Whether it is still wanted: not where it was ended, nor where its holder was shut out or sees something else by now. */
export type Wanted = 'wanted' | 'ended' | 'other_rights';

export async function noteProgress(db: Queryable, id: string, { rows, bytes, cost }: Progress): Promise<Wanted> {
  const { rows: noted } = await db.query<{ may: boolean }>(
    `/* export progress */ with n as (update ops.exports set rows = $2, bytes = $3, cost = $4, beat_at = now() where id = $1 and state = 'running'
       returning holder_id, role, scope)
     select exists (select from auth.users h where h.id = n.holder_id::uuid and h.disabled_at is null and ${sameRights})
       or exists (select from auth.api_keys h where h.id = n.holder_id::uuid and h.revoked_at is null and (h.expires_at is null or h.expires_at > now()) and ${sameRights}) as may
     from n`,
    [id, rows, bytes, cost],
  );
  const [progress] = noted;
  if (!progress) return 'ended';
  return progress.may ? 'wanted' : 'other_rights';
}

export async function noteExpected(
  db: Queryable,
  id: string,
  expected: number | null,
  dataVersion: number | null,
): Promise<void> {
  await db.query(
    '/* export begins */ update ops.exports set expected_rows = $2, data_version = $3, beat_at = now() where id = $1',
    [id, expected, dataVersion],
  );
}

export interface Ending {
  state: Exclude<ExportState, 'running' | 'expired'>;
  error?: KeptExport['error'];
  sha256?: Buffer;
}

/** Ends one that runs; false where somebody else has. */
export async function endExport(db: Queryable, id: string, { state, error, sha256 }: Ending): Promise<boolean> {
  const { rowCount } = await db.query(
    `/* end export */ update ops.exports set state = $2, error = $3, sha256 = $4, finished_at = now() where id = $1 and state = 'running'`,
    [id, state, error ? JSON.stringify(error) : null, sha256 ?? null],
  );
  return rowCount === 1;
}

/** Those that run, by the process that writes them, and whether it is still heard of. */
export async function readRunning(db: Queryable): Promise<{ id: string; server: string; silent: boolean }[]> {
  const { rows } = await db.query<{ id: string; server: string; silent: boolean }>(
    `/* running exports */ select id, server, beat_at < now() - ${SILENT} as silent from ops.exports where state = 'running'`,
  );
  return rows;
}

/** Those whose time is over now. A month later nothing is left of them but the audit. */
export async function expireExports(db: Queryable): Promise<{ id: string; format: FormatName }[]> {
  const { rows } = await db.query<{ id: string; format: FormatName }>(
    `/* expire exports */ update ops.exports set state = 'expired' where state = 'done' and expires_at < now() returning id, format`,
  );
  await db.query(
    `/* forget exports */ delete from ops.exports where state <> 'running' and expires_at < now() - interval '30 days'`,
  );
  return rows;
}
