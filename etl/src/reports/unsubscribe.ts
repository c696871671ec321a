import { timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { audit } from '@rapport/model/schema';
import { inTransaction } from '../kit/run/transaction.ts';

/** As they are made: 24 bytes. */
const TOKEN = /^[\w-]{32}$/;
/** By so much of it the row is found; the rest is compared in a time that tells nothing of it. */
const FOUND_BY = 12;

/** Ends a subscription for whoever has the link; false: there is no such link. Doing it twice changes nothing. */
export function unsubscribe(db: pg.Pool, token: string): Promise<boolean> {
  if (!TOKEN.test(token)) return Promise.resolve(false);
  return inTransaction(db, async (tx) => {
    const { rows } = await tx.query<{ subscription: string; kept: string; before: Date | null }>(
      `select subscription_id::text as subscription, token as kept, unsubscribed_at as before from ops.report_recipients
       where left(token, ${FOUND_BY}) = $1 for update`,
      [token.slice(0, FOUND_BY)],
    );
    const found = rows.find(
      ({ kept }) => kept.length === token.length && timingSafeEqual(Buffer.from(kept), Buffer.from(token)),
    );
    if (!found) return false;
    if (found.before !== null) return true;
    await tx.query(`update ops.report_recipients set unsubscribed_at = now() where token = $1`, [token]);
    await audit(tx, { actor: 'recipient', action: 'report.unsubscribe', subject: `report ${found.subscription}` });
    return true;
  });
}
