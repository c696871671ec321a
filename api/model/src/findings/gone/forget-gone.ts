import type { Queryable } from '../../schema/index.ts';
import { audit } from '../../schema/index.ts';

const FORGET = {
  'recovery cases': `delete from ops.recovery_cases r where exists (select from core.customers c where c.customer_id = r.customer_id and c.deleted_at is not null)`,
  'review judgements': `delete from ops.review_judgements j where exists
    (select from core.reviews r where r.customer_id = j.customer_id and r.id = j.review_id and r.deleted_at is not null)`,
} as const;

/**
 * After a load: what people wrote down here about customers and reviews that have gone since goes too. Their words go when texts are
 * read, what is odd about them when reviews are weighed; facts keep their own rows. Gives how many went.
 */
export async function forgetGone(db: Queryable): Promise<number> {
  let gone = 0;
  for (const [what, statement] of Object.entries(FORGET)) {
    const { rowCount } = await db.query(`/* forget gone */ ${statement}`);
    if (!rowCount) continue;
    gone += rowCount;
    await audit(db, { actor: 'house', action: 'gone.forget', subject: what, detail: { rows: rowCount } });
  }
  return gone;
}
