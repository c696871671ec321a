import type pg from 'pg';
import { audit } from '@rapport/model/schema';
import { inTransaction } from '../kit/run/transaction.ts';

/** Ends a subscription for whoever has the link; false: there is no such link. Doing it twice changes nothing. */
export function unsubscribe(db: pg.Pool, token: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { rows } = await tx.query<{ subscription: string; before: Date | null }>(
      `select subscription_id::text as subscription, unsubscribed_at as before from ops.report_recipients where token = $1 for update`,
      [token],
    );
    const [found] = rows;
    if (!found) return false;
    if (found.before !== null) return true;
    await tx.query(`update ops.report_recipients set unsubscribed_at = now() where token = $1`, [token]);
    await audit(tx, { actor: 'recipient', action: 'report.unsubscribe', subject: `report ${found.subscription}` });
    return true;
  });
}
