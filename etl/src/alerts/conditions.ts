import type { Queryable } from '@rapport/model/schema';
import { runErrors, type AlertKind, type LocalizedText } from '@rapport/model/vocabulary';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { LEASE_MS } from '../kit/run/silent-runs.ts';
import type { AlertConfig } from './config.ts';
import { lateness, refusedRows, since } from './words.ts';

/** Something that is wrong now. */
export interface Condition {
  kind: AlertKind;
  severity: 'warning' | 'critical';
  source: string;
  subject: string;
  title: LocalizedText;
  detail: LocalizedText;
  runId: string | null;
}

/** Ended by a person, or by somebody whose turn it was: no failure of the source. */
const OF_THE_TURN = ['interrupted', 'source_busy', 'fenced_off', 'window_taken'];
/** Alerts of their own say these: a run that failed for one of them is not told twice. */
const TOLD_APART = `(error_code = 'guard_tripped' or error_code like 'header\\_%')`;

/** The last run of each source that ended, one by one by the index. */
const LAST_RUNS = `(select last.* from ops.source_leases s cross join lateral (
    select * from ops.runs r where r.source = s.source and r.state <> 'running'
      and not (r.state = 'failed' and r.error_code = any('{${OF_THE_TURN.join(',')}}'))
    order by r.run_id desc limit 1) last)`;

/** Everything that is wrong now, asked of what the loads wrote down themselves. */
export async function conditionsNow(db: Queryable, config: AlertConfig): Promise<Condition[]> {
  return [
    ...(await failedRuns(db)),
    ...(await changedFiles(db)),
    ...(await guardFindings(db)),
    ...(await refusedRecords(db, config)),
    ...(await failedWindows(db)),
    ...(await lateWindows(db, config)),
    ...(await staleFeeds(db)),
    ...(await deadWorkers(db)),
  ];
}

interface Failed {
  source: string;
  run: string | null;
  code: string;
  message: string;
}

/** A run whose process died says "running" until the next one of its source; a worker's are ended by the others. */
async function failedRuns(db: Queryable): Promise<Condition[]> {
  const { rows } = await db.query<Failed>(
    `/* alerts: failed runs */ select source, run_id::text as run, error_code as code, error_message as message from ${LAST_RUNS} r
     where state = 'failed' and trigger not in ('schedule', 'backfill') and not ${TOLD_APART}
       and not exists (select from ops.runs died where died.source = r.source and died.state = 'running' and died.heartbeat_at < now() - $1 * interval '1 ms')
     union all
     select source, run_id::text, 'process_died', $2 from ops.runs
     where state = 'running' and trigger not in ('schedule', 'backfill') and heartbeat_at < now() - $1 * interval '1 ms'`,
    [LEASE_MS, new IngestError('process_died').message],
  );
  return rows.map((row) => ofFailure(row, 'run_failed', ''));
}

/** A header that is not the one agreed refuses the load; a contract that lets columns come and go notes it. */
async function changedFiles(db: Queryable): Promise<Condition[]> {
  const { rows } = await db.query<Failed>(
    `/* alerts: headers */ select source, run_id::text as run, error_code as code, error_message as message from ${LAST_RUNS} r
     where state = 'failed' and error_code like 'header\\_%'`,
  );
  const { rows: noted } = await db.query<{ source: string; run: string; role: string; en: string; zh: string }>(
    `/* alerts: drift */ select source, run_id::text as run, coalesce(note->'drift'->0->>'role', note->'drift'->0->>'file', note->>'code') as role,
       note->>'en' as en, note->>'zh' as zh
     from ${LAST_RUNS} r cross join lateral jsonb_array_elements(notes) note
     where state = 'committed' and (note->>'code' in ('unknown_keys', 'absent_keys') or jsonb_array_length(note->'drift') > 0)`,
  );
  const mild = [...Map.groupBy(noted, ({ source, role }) => `${source} ${role}`).values()].map(asDrift);
  return [...rows.map((row) => ofFailure(row, 'drift', '')), ...mild];
}

function asDrift(notes: { source: string; run: string; role: string; en: string; zh: string }[]): Condition {
  const { source = '', role = '', run = null } = notes[0] ?? {};
  return {
    kind: 'drift',
    severity: 'warning',
    source,
    subject: role,
    title: { en: `${source}: ${role} is not as it was agreed`, zh: `${source}：${role} 与约定不一致` },
    detail: { en: notes.map(({ en }) => en).join('\n'), zh: notes.map(({ zh }) => zh).join('\n') },
    runId: run,
  };
}

function ofFailure({ source, run, code, message }: Failed, kind: AlertKind, subject: string): Condition {
  const words = Object.hasOwn(runErrors, code) ? runErrors[code as keyof typeof runErrors] : undefined;
  const title = {
    en: `${source}: ${words?.title.en ?? code}`,
    zh: `${source}：${words?.title.zh ?? code}`,
  };
  const detail = { en: message, zh: words ? `${words.remedy.zh}\n${message}` : message };
  return { kind, severity: 'critical', source, subject, title, detail, runId: run };
}

/** Of the last delivery of each feed that was judged; one that was refused stays told until it is loaded. */
async function guardFindings(db: Queryable): Promise<Condition[]> {
  const { rows } = await db.query<{
    source: string;
    name: string;
    severity: string;
    run: string;
    en: string;
    zh: string;
    refused: boolean;
    by: string | null;
  }>( // prettier-ignore
    `/* alerts: guards */ select f.source, f.name, f.severity, f.run_id::text as run, f.title_en as en, f.title_zh as zh,
       last.state = 'failed' as refused, f.accepted_by as by
     from (select distinct source, feed from ops.feed_profiles) p cross join lateral (
       select r.run_id, r.state from ops.feed_profiles own join ops.runs r using (run_id)
       where own.source = p.source and own.feed = p.feed
         and (r.state = 'committed' or (r.state = 'failed' and r.error_code = 'guard_tripped'))
       order by r.run_id desc limit 1) last
     join ops.guard_findings f on f.run_id = last.run_id and f.feed = p.feed
     where f.accepted_at is null or last.state = 'failed' order by f.source, f.name`,
  );
  return rows.map(({ source, name, severity, run, en, zh, refused, by }) => {
    const remedy =
      by !== null
        ? { en: `Accepted by ${by}: load it again.`, zh: `已由 ${by} 确认，请重新导入。` }
        : refused
          ? {
              en: `Run ${run} was refused. Have it delivered again, or load it with --accept-guard ${name}.`,
              zh: `导入 ${run} 已被拒绝。请要求重新交付；如确认无误，导入时加上 --accept-guard ${name}。`,
            }
          : { en: `Run ${run} was loaded all the same.`, zh: `导入 ${run} 已照常完成。` };
    return {
      kind: 'guard',
      severity: severity === 'stop' ? 'critical' : 'warning',
      source,
      subject: name,
      title: { en: `${source}: ${en}`, zh: `${source}：${zh}` },
      detail: remedy,
      runId: run,
    };
  });
}

async function refusedRecords(db: Queryable, { refused }: AlertConfig): Promise<Condition[]> {
  const { rows } = await db.query<{ source: string; feed: string; run: string; read: number; refused: number }>(
    `/* alerts: refused */ select f.source, f.feed, f.last_run_id::text as run, sum(c.read)::float8 as read, sum(c.quarantined)::float8 as refused
     from ops.feed_state f join ops.run_feeds c on c.run_id = f.last_run_id and c.feed = f.feed
     group by f.source, f.feed, f.last_run_id
     having sum(c.quarantined) >= $1 and sum(c.quarantined) >= $2::float8 * sum(c.read) and exists (
       select from ops.quarantine q where q.run_id = f.last_run_id and q.feed = f.feed and q.state = 'waiting')`,
    [refused.rows, refused.share],
  );
  return rows.map(({ source, feed, run, read, refused: rowsRefused }) => ({
    kind: 'quarantine_growth',
    severity: 'warning',
    source,
    subject: feed,
    ...refusedRows(source, feed, { run, read, refused: rowsRefused }),
    runId: run,
  }));
}

/** Of schedules and of stretches of the past; a window that met a guard is told by the guard while its run is the last one. */
async function failedWindows(db: Queryable): Promise<Condition[]> {
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

async function lateWindows(db: Queryable, { lateAfter }: AlertConfig): Promise<Condition[]> {
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

async function staleFeeds(db: Queryable): Promise<Condition[]> {
  const { rows } = await db.query<{ source: string; feed: string; state: string; due: Date; at: Date; run: string }>(
    `/* alerts: freshness */ select source, feed, state, due_at as due, current_at as at, last_run_id::text as run
     from ops.freshness where state in ('warning', 'breach')`,
  );
  return rows.map(({ source, feed, state, due, at, run }) => ({
    kind: state === 'breach' ? 'freshness_breach' : 'freshness_warning',
    severity: state === 'breach' ? 'critical' : 'warning',
    source,
    subject: feed,
    ...since(source, feed, { breach: state === 'breach', due, at }),
    runId: run,
  }));
}

/** One that left a row behind, is silent, and has had no successor: a worker that is stopped takes its row with it. */
async function deadWorkers(db: Queryable): Promise<Condition[]> {
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
