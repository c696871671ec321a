import type pg from 'pg';
import { audit, type Queryable } from '@rapport/model/schema';
import { cronIn } from '../kit/source/cron.ts';
import { inTransaction } from '../kit/run/transaction.ts';
import { isKept, nobodyKeepsIt } from './kept-by.ts';

interface Due {
  id: string;
  cron: string;
  zone: string;
  due: Date;
}

const AT_ONCE = 50;

/** What nobody keeps any longer is paused when it comes due, and says so. */
async function pauseUnkept(tx: Queryable, now: Date): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `update ops.report_subscriptions s set paused_at = now(), problem = $2, version = version + 1
     where s.paused_at is null and s.next_at <= $1 and not ${isKept} returning s.id::text`,
    [now, nobodyKeepsIt],
  );
  for (const { id } of rows)
    await audit(tx, {
      actor: 'schedule',
      action: 'report.pause',
      subject: `report ${id}`,
      detail: { reason: 'nobody keeps it' },
    });
}

/**
 * What has come due waits to be sent, once, whoever looks first. Of several that were missed, one goes out: three reports on
 * Monday morning for three days without a worker would all show the same figures.
 */
export function planDue(db: pg.Pool, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    await pauseUnkept(tx, now);
    const { rows } = await tx.query<Due>(
      `select id::text, cron, zone, next_at as due from ops.report_subscriptions
       where paused_at is null and next_at <= $1 order by next_at limit ${AT_ONCE} for update skip locked`,
      [now],
    );
    for (const { id, cron, zone, due } of rows) {
      await tx.query(
        `with waiting as (insert into ops.report_deliveries (subscription_id, due_at) values ($1, $2) on conflict do nothing)
         update ops.report_subscriptions set next_at = $3 where id = $1`,
        [id, due, cronIn(zone, cron).nextRun(now) ?? new Date(now.getTime() + 86_400_000)],
      );
    }
    return rows.length;
  });
}
