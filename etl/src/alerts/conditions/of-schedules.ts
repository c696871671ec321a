import type { Queryable } from '@rapport/model/schema';
import { LEASE_MS } from '../../kit/run/silent-runs.ts';
import type { AlertConfig } from '../config.ts';
import { lateness } from '../words.ts';
import { LAST_RUNS, ofFailure, TOLD_APART, type Condition, type Failed } from './condition.ts';

/** Of schedules and of stretches of the past; a window that met a guard is told by the guard while its run is the last one. */
export async function failedWindows(db: Queryable): Promise<Condition[]> {
  const { rows } = await db.query<Failed & { subject: string; windows: number; newest: Date }>(
    `/* alerts: failed windows */ select w.source, w.subject, count(*)::int as windows, max(w.window_at) as newest,
       (array_agg(w.run_id::text order by w.window_at desc))[1] as run, (array_agg(w.error_code order by w.window_at desc))[1] as code,
       (array_agg(w.error_message order by w.window_at desc))[1] as message
     from (
       select source, '' as subject, window_at, run_id, error_code, error_message from ops.schedule_windows where state = 'failed'
       union all
       select b.source, 'backfill ' || b.backfill_id, w.window_at, w.run_id, w.error_code, w.error_message
       from ops.backfill_windows w join ops.backfills b using (backfill_id) where w.state = 'failed' and b.state <> 'cancelled'
     ) w
     where not exists (select from ${LAST_RUNS} r where r.source = w.source and r.run_id = w.run_id and r.state = 'failed' and ${TOLD_APART.replaceAll('error_code', 'r.error_code')})
     group by w.source, w.subject`,
  );
  return rows.map(({ windows, newest, subject, ...failed }) => {
    const told = ofFailure(failed, 'window_failed', subject);
    const at = newest.toISOString().slice(0, 16).replace('T', ' ');
    const detail = {
      en: `${windows === 1 ? 'The window' : `${windows} windows, the newest`} of ${at} UTC. ${told.detail.en}`,
      zh: `${windows === 1 ? '时段' : `共 ${windows} 个时段，最近一个为`} ${at}（UTC）。${told.detail.zh}`,
    };
    return { ...told, detail };
  });
}

export async function lateWindows(db: Queryable, { lateAfter }: AlertConfig): Promise<Condition[]> {
  const { rows } = await db.query<{ source: string; at: Date; open: number; code: string | null; run: string | null }>(
    `/* alerts: late windows */ select source, min(window_at) as at, count(*)::int as open, (array_agg(error_code order by window_at))[1] as code,
       (array_agg(run_id::text order by window_at))[1] as run
     from ops.schedule_windows w join ops.schedules s using (source)
     where w.state in ('waiting', 'running') and s.paused_at is null
     group by source having min(window_at) < now() - $1 * interval '1 ms'`,
    [lateAfter],
  );
  return rows.map(({ source, at, open, code, run }) => ({
    kind: 'window_late',
    severity: 'warning',
    source,
    subject: '',
    ...lateness(source, { at, open, code }),
    runId: run,
  }));
}

/** One that left a row behind, is silent, and has had no successor: a worker that is stopped takes its row with it. */
export async function deadWorkers(db: Queryable): Promise<Condition[]> {
  const { rows } = await db.query<{ process: string; at: Date }>(
    `/* alerts: workers */ select process, heartbeat_at as at from ops.workers w
     where heartbeat_at < now() - $1 * interval '1 ms' and not exists (
       select from ops.workers next where next.started_at > w.heartbeat_at and next.heartbeat_at >= now() - $1 * interval '1 ms')`,
    [LEASE_MS],
  );
  return rows.map(({ process, at }) => {
    const heard = at.toISOString().slice(0, 19).replace('T', ' ');
    return {
      kind: 'worker_dead',
      severity: 'critical',
      source: '',
      subject: process,
      title: { en: `The worker ${process} died`, zh: `调度进程 ${process} 已失联` },
      detail: {
        en: `Last heard of at ${heard} UTC; it was not stopped. Start "rapport worker" again; what came due is caught up with.`,
        zh: `最后一次心跳为 ${heard}（UTC），并非正常停止。请重新启动 rapport worker，到期未导入的时段会自动补齐。`,
      },
      runId: null,
    };
  });
}
