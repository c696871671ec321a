import type { Queryable } from '@rapport/model/schema';

export interface AlertRow {
  id: number;
  kind: string;
  severity: string;
  source: string;
  subject: string;
  title: { en: string; zh: string };
  detail: { en: string; zh: string };
  runId: number | null;
  openedAt: Date;
  recoveredAt: Date | null;
  acknowledgedBy: string | null;
  snoozedUntil: Date | null;
  /** Channels that were not told yet, or could not be. */
  untold: { channel: string; event: string; attempts: number; error: string | null }[];
}

/** Open alerts, the worst first; with `all` those of the past too, latest first. */
export async function listAlerts(db: Queryable, all: boolean, last: number): Promise<AlertRow[]> {
  const { rows } = await db.query<AlertRow>(
    `select a.id, a.kind, a.severity, a.source, a.subject, jsonb_build_object('en', title_en, 'zh', title_zh) as title,
       jsonb_build_object('en', detail_en, 'zh', detail_zh) as detail, a.run_id as "runId", a.opened_at as "openedAt",
       a.recovered_at as "recoveredAt", a.acknowledged_by as "acknowledgedBy", a.snoozed_until as "snoozedUntil",
       coalesce((select jsonb_agg(jsonb_build_object('channel', d.channel, 'event', d.event, 'attempts', d.attempts, 'error', d.error) order by d.id)
         from ops.alert_deliveries d where d.alert_id = a.id and d.state in ('waiting', 'failed')), '[]') as untold
     from ops.alerts a where $1 or a.recovered_at is null
     order by a.recovered_at is not null, case when $1 then 0 else position(a.severity in 'criticalwarning') end, a.id desc limit $2`,
    [all, last],
  );
  return rows;
}

export interface FindingRow {
  id: number;
  run: number;
  runState: string;
  source: string;
  name: string;
  severity: string;
  expected: string;
  found: string;
  title: { en: string; zh: string };
  foundAt: Date;
  acceptedBy: string | null;
}

export async function listFindings(
  db: Queryable,
  { source, run, last }: { source: string | null; run: number | null; last: number },
): Promise<FindingRow[]> {
  const { rows } = await db.query<FindingRow>(
    `select f.id, f.run_id as run, r.state as "runState", f.source, f.name, f.severity, f.expected, f.found,
       jsonb_build_object('en', f.title_en, 'zh', f.title_zh) as title, f.found_at as "foundAt", f.accepted_by as "acceptedBy"
     from ops.guard_findings f join ops.runs r using (run_id)
     where ($1::text is null or f.source = $1) and ($2::bigint is null or f.run_id = $2) order by f.id desc limit $3`,
    [source, run, last],
  );
  return rows;
}
