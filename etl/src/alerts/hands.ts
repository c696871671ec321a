import type pg from 'pg';
import { audit, type Queryable } from '@rapport/model/schema';
import { inTransaction } from '../kit/run/transaction.ts';

/** No more reminders of it. False: there is no such open alert. */
export function acknowledgeAlert(db: pg.Pool, actor: string, id: number): Promise<boolean> {
  return settle(db, 'alert.acknowledge', { actor, id }, (tx) =>
    tx.query(
      `update ops.alerts set acknowledged_at = now(), acknowledged_by = $2 where id = $1 and recovered_at is null
       returning kind, source, subject`,
      [id, actor],
    ),
  );
}

/** No reminders of it until then. */
export function snoozeAlert(db: pg.Pool, actor: string, id: number, until: Date): Promise<boolean> {
  return settle(db, 'alert.snooze', { actor, id, until: until.toISOString() }, (tx) =>
    tx.query(
      `update ops.alerts set snoozed_until = $2 where id = $1 and recovered_at is null returning kind, source, subject`,
      [id, until],
    ),
  );
}

/**
 * The finding is right as it is: a delivery refused for it goes through when it is loaded again, and from the first one that
 * does, history begins anew. Null: there is no such finding, or it is accepted already.
 */
export function acceptFinding(
  db: pg.Pool,
  actor: string,
  id: number,
  reason: string,
): Promise<{ source: string; name: string } | null> {
  return inTransaction(db, async (tx) => {
    const { rows } = await tx.query<{ source: string; name: string; run: string }>(
      `update ops.guard_findings set accepted_at = now(), accepted_by = $2, accept_reason = $3
       where id = $1 and accepted_at is null returning source, name, run_id::text as run`,
      [id, actor, reason],
    );
    const [found] = rows;
    if (!found) return null;
    const { source, name, run } = found;
    const detail = { finding: id, name, reason };
    await audit(tx, { actor, action: 'guard.accept', subject: `source ${source}`, runId: run, detail });
    return { source, name };
  });
}

function settle(
  db: pg.Pool,
  action: string,
  { actor, id, ...detail }: { actor: string; id: number; until?: string },
  change: (tx: Queryable) => Promise<{ rows: object[] }>,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { rows } = await change(tx);
    const [alert] = rows;
    if (!alert) return false;
    await audit(tx, { actor, action, subject: `alert ${id}`, detail: { ...alert, ...detail } });
    return true;
  });
}

/** How many false alarms a month each watched series may raise; everything is looked at again with it. */
export function setAlarmBudget(db: pg.Pool, actor: string, monthlyBudget: number): Promise<number> {
  return inTransaction(db, async (tx) => {
    await tx.query(`update ops.alarm_settings set monthly_budget = $1, changed_at = now(), changed_by = $2`, [
      monthlyBudget,
      actor,
    ]);
    await audit(tx, { actor, action: 'alarms.budget', subject: 'alarms', detail: { monthlyBudget } });
    return monthlyBudget;
  });
}
