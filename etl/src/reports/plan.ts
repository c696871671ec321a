import type pg from 'pg';
import { cronIn } from '../kit/source/cron.ts';
import { inTransaction } from '../kit/run/transaction.ts';

interface Due {
  id: string;
  cron: string;
  zone: string;
  due: Date;
}

const AT_ONCE = 50;

/**
 * What has come due waits to be sent, once, whoever looks first. Of several that were missed, one goes out: three reports on
 * Monday morning for three days without a worker would all show the same figures.
 */
export function planDue(db: pg.Pool, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
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
