import type { Queryable } from '@rapport/model/schema';
import { IngestError } from '../../kit/errors/ingest-error.ts';
import { LEASE_MS } from '../../kit/run/silent-runs.ts';
import { pushedInVain } from '../words.ts';
import { LAST_RUNS, ofFailure, TOLD_APART, type Condition, type Failed } from './condition.ts';

/** A run whose process died says "running" until the next one of its source; a worker's are ended by the others. */
export async function failedRuns(db: Queryable): Promise<Condition[]> {
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

/** Rows that were taken with a 202 and cannot be published wait for a person. */
export async function failedBatches(db: Queryable): Promise<Condition[]> {
  const { rows } = await db.query<{ source: string; run: string | null; batches: number; rows: number; code: string }>(
    `/* alerts: pushed */ select source, max(run_id)::text as run, count(*)::int as batches, sum(rows)::int as rows,
       (array_agg(error_code order by number desc))[1] as code
     from ops.push_batches where state = 'failed' group by source`,
  );
  return rows.map(({ source, run, code, ...counts }) => ({
    kind: 'run_failed',
    severity: 'critical',
    source,
    subject: 'push',
    ...pushedInVain(source, code, counts),
    runId: run,
  }));
}

/** A header that is not the one agreed refuses the load; a contract that lets columns come and go notes it. */
export async function changedFiles(db: Queryable): Promise<Condition[]> {
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
