import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { PUBLISH_LOCK } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { IngestError } from '../errors/ingest-error.ts';

/** Longer than whoever is well publishes; who is silent is ended long before. */
export const WAIT_TO_PUBLISH_MS = 900_000;
/** How long the transaction waits for a table or a row that somebody else has: longer than anybody reads. */
const WAIT_FOR_TABLES_MS = 300_000;
const LOOK_MS = 200;

const LOCK = `l.locktype = 'advisory' and l.classid = 0 and l.objid = ${PUBLISH_LOCK} and l.objsubid = 1
  and l.database = (select oid from pg_database where datname = current_database())`;
const SESSION = `a.pid, coalesce(nullif(a.application_name, ''), a.usename::text, 'a session') as name, r.run_id::text as run, r.source, r.stage,
    extract(epoch from clock_timestamp() - coalesce(a.xact_start, a.state_change))::integer as seconds`;
const RUN = `left join ops.runs r on r.run_id::text = substring(a.application_name from 'run (\\d+)\\)$')`;

interface Session {
  pid: number;
  name: string;
  run: string | null;
  source: string | null;
  stage: string | null;
  seconds: number | null;
}

/** Until the transaction ends, nobody else publishes. `side`: a connection that can still be asked when this one has failed. */
export async function holdPublishing(tx: pg.Client, side: Queryable, source: string, waitMs: number): Promise<void> {
  const patience = Math.max(1, Math.round(waitMs));
  await tx.query(`set local lock_timeout = ${patience}`);
  try {
    await tx.query('select pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error;
    throw await publishingBusy(side, source, waitMs, error);
  }
  await tx.query(`set local lock_timeout = ${Math.min(WAIT_FOR_TABLES_MS, patience)}`);
}

/** The same for who only wants to look: it never stands in the queue. */
export async function holdPublishingIfFree(
  tx: pg.Client,
  side: Queryable,
  source: string,
  waitMs: number,
): Promise<void> {
  for (const began = performance.now(); ;) {
    const { rows } = await tx.query<{ got: boolean }>(
      `select case when exists (select from pg_locks l where ${LOCK}) then false else pg_try_advisory_xact_lock($1) end as got`,
      [PUBLISH_LOCK],
    );
    if (rows[0]?.got) return;
    const waited = performance.now() - began;
    if (waited >= waitMs) throw await publishingBusy(side, source, waited);
    await sleep(LOOK_MS);
  }
}

/** Calls once as soon as somebody waits to publish; returns how to look no more. */
export function watchForPublishers(db: Queryable, onWaiting: () => void): () => void {
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    const { rowCount } = await db.query(`select from pg_locks l where ${LOCK} and not l.granted limit 1`);
    looking = false;
    if (!rowCount) return;
    clearInterval(timer);
    onWaiting();
  };
  const timer = setInterval(() => void look().catch(() => clearInterval(timer)), LOOK_MS);
  return () => clearInterval(timer);
}

export async function publishingBusy(
  db: Queryable,
  source: string,
  waitedMs: number,
  cause?: unknown,
): Promise<IngestError> {
  const { rows } = await db.query<Session>(
    `select ${SESSION} from pg_locks l join pg_stat_activity a using (pid) ${RUN} where ${LOCK} and l.granted limit 1`,
  );
  const details = { source, seconds: Math.round(waitedMs / 1000), holder: toldOf(rows[0]), remedy: remedyFor(rows[0]) };
  return new IngestError('publishing_busy', details, { cause });
}

/** A wait for a table that lasted too long, with whoever has written to ours or locked one for so long; any other error as it is. */
export async function orTablesHeld(error: unknown, db: Queryable, source: string): Promise<unknown> {
  if ((error as { code?: string }).code !== '55P03') return error;
  const { rows } = await db.query<Session>(
    `select distinct ${SESSION} from pg_locks l join pg_stat_activity a using (pid) ${RUN}
       join pg_class c on c.oid = l.relation and l.locktype = 'relation' join pg_namespace n on n.oid = c.relnamespace
     where l.granted and n.nspname in ('core', 'journey', 'mart', 'ops', 'pii') and l.database = (select oid from pg_database where datname = current_database())
     order by seconds desc nulls last limit 1`,
  );
  const details = { source, holder: toldOf(rows[0]), remedy: remedyFor(rows[0]) };
  return new IngestError('tables_held', details, { cause: error });
}

function toldOf(session: Session | undefined): string {
  if (!session) return 'somebody who is gone by now';
  const { run, source, stage, name, pid, seconds } = session;
  const since = seconds === null ? '' : `, for ${seconds} s`;
  return run === null
    ? `"${name}" (process ${pid} of PostgreSQL${since})`
    : `run ${run} of "${source}" (${stage}${since})`;
}

const remedyFor = (session: Session | undefined): string =>
  session && session.run === null
    ? `If that is not meant to go on, end it: select pg_terminate_backend(${session.pid}).`
    : 'Load it again when that has ended.';
