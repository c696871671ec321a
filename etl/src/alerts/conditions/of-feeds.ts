import type { Queryable } from '@rapport/model/schema';
import type { AlertConfig } from '../config.ts';
import { refusedRows, since } from '../words.ts';
import type { Condition } from './condition.ts';

/** Of the last delivery of each feed that was judged; one that was refused stays told until it is loaded. */
export async function guardFindings(db: Queryable): Promise<Condition[]> {
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

export async function refusedRecords(db: Queryable, { refused }: AlertConfig): Promise<Condition[]> {
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

export async function staleFeeds(db: Queryable): Promise<Condition[]> {
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
