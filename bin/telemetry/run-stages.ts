import type { Queryable } from '@rapport/model/schema';
import type { OpenTracing } from './tracing.ts';

interface Stage {
  stage: string;
  began: Date;
  ended: Date;
  rows: number | null;
}

/** A run that is over, and its stages below it, as the ledger keeps them. */
export async function traceRun(db: Queryable, tracing: OpenTracing, runId: string | number): Promise<void> {
  const { rows } = await db.query<{ source: string; trigger: string; state: string; stages: Stage[] | null }>(
    `/* stages of a run */ select r.source, r.trigger, r.state,
       (select json_agg(json_build_object('stage', s.stage, 'began', s.started_at, 'ended', s.ended_at, 'rows', s.rows) order by s.started_at)
        from ops.run_stages s where s.run_id = r.run_id and s.ended_at is not null) as stages
     from ops.runs r where r.run_id = $1`,
    [runId],
  );
  const [run] = rows;
  const stages = (run?.stages ?? []).map((each) => ({
    ...each,
    began: new Date(each.began),
    ended: new Date(each.ended),
  }));
  const [first] = stages;
  const last = stages.at(-1);
  if (!run || !first || !last) return;
  const about = { 'rapport.source': run.source, 'rapport.trigger': run.trigger, 'rapport.run': Number(runId) };
  const whole = { began: first.began, ended: last.ended };
  const span = tracing.record('load', whole, { ...about, 'rapport.outcome': run.state });
  for (const { stage, rows: handled, ...times } of stages)
    tracing.record(
      `load ${stage}`,
      times,
      { ...about, ...(handled === null ? {} : { 'rapport.rows': handled }) },
      span,
    );
}
