import type { Queryable } from '@rapport/model/schema';
import { LEASE_MS } from '../kit/run/silent-runs.ts';
import { sourceLibrary } from '../sources/library.ts';
import { readScheduled } from './scheduled-sources.ts';
import { nextWindow } from './windows.ts';

export interface WorkerStatus {
  process: string;
  startedAt: Date;
  heartbeatAt: Date;
  alive: boolean;
}

export interface ScheduleStatus {
  source: string;
  /** Null for a source whose folder no longer has a schedule, or cannot be read. */
  cron: string | null;
  zone: string | null;
  from: string | null;
  next: Date | null;
  pausedAt: Date | null;
  /** Open windows; the oldest is loaded first. */
  waiting: number;
  running: number;
  failed: number;
  /** The window that was worked on last. */
  last: LastWindow | null;
  /** Why source.yaml cannot be used. */
  problem: string | null;
}

interface LastWindow {
  at: Date;
  state: string;
  run: number | null;
  attempts: number;
  errorCode: string | null;
  errorMessage: string | null;
}

interface Kept {
  source: string;
  paused_at: Date | null;
  waiting: number;
  running: number;
  failed: number;
  last: (Omit<LastWindow, 'at'> & { at: string }) | null;
}

export async function readWorkerStatus(
  db: Queryable,
  now = new Date(),
): Promise<{ workers: WorkerStatus[]; sources: ScheduleStatus[] }> {
  const [workers, kept] = [await readWorkers(db), await readKept(db)];
  const { scheduled, broken } = readScheduled(sourceLibrary());
  const names = new Set([...scheduled.map(({ name }) => name), ...kept.keys()]);
  const sources = [...names].sort().map((source): ScheduleStatus => {
    const own = scheduled.find(({ name }) => name === source);
    const row = kept.get(source);
    return {
      source,
      cron: own?.schedule.cron ?? null,
      zone: own?.zone ?? null,
      from: own?.schedule.from ?? null,
      next: own ? nextWindow(own, now) : null,
      pausedAt: row?.paused_at ?? null,
      waiting: row?.waiting ?? 0,
      running: row?.running ?? 0,
      failed: row?.failed ?? 0,
      last: row?.last ? { ...row.last, at: new Date(row.last.at) } : null,
      problem: broken.find(({ name }) => name === source)?.problem ?? null,
    };
  });
  return { workers, sources };
}

/** Whether some worker would see to what is open. */
export async function anyWorkerAlive(db: Queryable, leaseMs = LEASE_MS): Promise<boolean> {
  const { rows } = await db.query<{ alive: boolean }>(
    `select exists (select from ops.workers where heartbeat_at > now() - $1 * interval '1 ms') as alive`,
    [leaseMs],
  );
  return rows[0]?.alive === true;
}

async function readWorkers(db: Queryable): Promise<WorkerStatus[]> {
  const { rows } = await db.query<WorkerStatus>(
    `select process, started_at as "startedAt", heartbeat_at as "heartbeatAt",
       heartbeat_at > now() - $1 * interval '1 ms' as alive
     from ops.workers order by started_at`,
    [LEASE_MS],
  );
  return rows;
}

async function readKept(db: Queryable): Promise<Map<string, Kept>> {
  const { rows } = await db.query<Kept>(
    `select s.source, s.paused_at,
       count(*) filter (where w.state = 'waiting') as waiting, count(*) filter (where w.state = 'running') as running,
       count(*) filter (where w.state = 'failed') as failed,
       (select jsonb_build_object('at', l.window_at, 'state', l.state, 'run', l.run_id, 'attempts', l.attempts,
          'errorCode', l.error_code, 'errorMessage', l.error_message)
        from ops.schedule_windows l where l.source = s.source and (l.state <> 'waiting' or l.attempts > 0)
        order by l.window_at desc limit 1) as last
     from ops.schedules s left join ops.schedule_windows w using (source) group by s.source, s.paused_at`,
  );
  return new Map(rows.map((row) => [row.source, row]));
}
