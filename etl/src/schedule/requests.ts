import { resolve } from 'node:path';
import { audit, type Queryable } from '@rapport/model/schema';
import type pg from 'pg';
import { inTransaction } from '../kit/run/transaction.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { sourceLibrary } from '../sources/library.ts';
import { HeldWork } from './held-work.ts';
import { loadOnce } from './load-once.ts';
import type { LoadSettings } from './load-settings.ts';
import { folderNamed } from './windows.ts';

export interface RequestedLoad {
  id: string;
  source: string;
  folder: string | null;
  state: 'waiting' | 'running' | 'loaded' | 'unchanged' | 'failed';
  /** The run that loads it; null while it waits for its turn. */
  runId: string | null;
  attempts: number;
  errorCode: string | null;
  errorMessage: string | null;
}

const ATTEMPTS = 10;
const COLUMNS = `request_id::text as id, source, folder, state, run_id::text as "runId", attempts,
  error_code as "errorCode", error_message as "errorMessage"`;

/**
 * A load that a person asks for, kept until it is done whatever becomes of this process. The same one asked for while it waits
 * is one load. `folder` is below the deliveries or absolute; without one it is where the source's schedule or connection says.
 */
export async function requestLoad(
  db: pg.Client | pg.Pool,
  { source: name, folder, actor }: { source: string; folder: string | null; actor: string },
): Promise<string> {
  const { schedule, connection } = sourceLibrary().read(name);
  if (folder === null && !connection && schedule?.from === undefined)
    throw new IngestError('nowhere_to_load_from', { source: name });
  return inTransaction(db, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `with known as (
         select request_id from ops.load_requests where source = $1 and folder is not distinct from $2 and state = 'waiting' limit 1
       ), made as (
         insert into ops.load_requests (source, folder, requested_by) select $1, $2, $3 where not exists (select from known)
         returning request_id
       ) select request_id::text as id from known union all select request_id::text from made`,
      [name, folder, actor],
    );
    const request = rows[0]?.id ?? '';
    await audit(tx, { actor, action: 'source.run', subject: `source ${name}`, detail: { request, folder } });
    return request;
  });
}

export async function readRequest(db: Queryable, id: string): Promise<RequestedLoad | null> {
  const { rows } = await db.query<RequestedLoad>(`select ${COLUMNS} from ops.load_requests where request_id = $1`, [
    id,
  ]);
  return rows[0] ?? null;
}

/** The oldest of each source that is due and that nobody living is at. */
export async function openRequests(db: Queryable, leaseMs: number): Promise<RequestedLoad[]> {
  const { rows } = await db.query<RequestedLoad>(
    `select distinct on (q.source) ${COLUMNS} from ops.load_requests q
     where q.state in ('waiting', 'running') and coalesce(q.retry_at <= now(), true) and not (q.state = 'running' and exists (
       select from ops.runs r where r.run_id = q.run_id and r.state = 'running' and r.heartbeat_at > now() - $1 * interval '1 ms'))
     order by q.source, q.request_id`,
    [leaseMs],
  );
  return rows;
}

export async function loadRequested(
  settings: LoadSettings,
  db: Queryable,
  { id, source, folder, runId, attempts }: RequestedLoad,
  signal: AbortSignal,
): Promise<void> {
  const from = folderFor(settings, source, folder);
  const place = { table: 'ops.load_requests', key: { request_id: id }, source, windowAt: null, runId } as const;
  await loadOnce(
    settings,
    db,
    {
      held: new HeldWork(place),
      trigger: 'api',
      attempts,
      most: ATTEMPTS,
      patience: 'none',
      about: { source, request: id },
      ...(from === undefined ? {} : { from }),
    },
    signal,
  );
}

/** Where its schedule looks at this moment, unless somewhere else was named. */
function folderFor(
  { library, deliveries, now }: LoadSettings,
  name: string,
  folder: string | null,
): string | undefined {
  const { schedule, zone, connection } = library().read(name);
  if (folder !== null) return resolve(deliveries, folder);
  if (connection || schedule?.from === undefined) return undefined;
  return resolve(deliveries, folderNamed(schedule.from, zone, now()));
}
