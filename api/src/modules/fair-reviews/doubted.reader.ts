import { covered, SUSPICIOUS } from '@rapport/model/findings';
import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { DoubtedReview, DoubtedReviewWhere } from './doubted.type.ts';

const columns = `v.id, v.order_id as "orderId", p.external_id as product, v.score, nullif(v.message, '') as message, v.answered_at as "answeredAt",
  g.suspicion, g.reasons, g.copies, g.in_burst as "inBurst", g.expected, upper(d.verdict) as verdict, d.judged_by as "judgedBy", d.judged_at as "judgedAt", nullif(d.note, '') as note`;
const from = `journey.review_signals g
  join core.reviews v on v.customer_id = g.customer_id and v.id = g.review_id and v.deleted_at is null
  left join core.products p on p.id = v.product_id
  left join ops.review_judgements d on d.review_id = g.review_id`;

const mostSuspicious = new Keyset('doubted reviews', 'DESC', [
  { sql: 'g.suspicion::integer', type: 'integer' },
  { sql: `coalesce(v.answered_at, '-infinity')`, type: 'timestamptz' },
  { sql: 'v.id', type: 'uuid' },
]);

const toDoubted = (row: DoubtedReview): DoubtedReview => ({
  ...row,
  message: row.message === null ? null : covered(row.message),
});

const matching = (where: DoubtedReviewWhere): Conditions =>
  new Conditions()
    .given(where.minSuspicion ?? SUSPICIOUS, (points) => `g.suspicion >= ${points}::integer`)
    .given(where.shop, (shop) => `g.shop = ${shop}`)
    .given(where.product, (code) => `p.external_id = ${code}::text`)
    .given(where.judged, (wanted) => `(d.verdict is not null) = ${wanted}::boolean`)
    .given(where.period?.from, (day) => `v.answered_at >= ${day}::date`)
    .given(where.period?.to, (day) => `v.answered_at < ${day}::date + 1`);

export async function readDoubted(
  db: Queryable,
  where: DoubtedReviewWhere,
  { first, after }: PageArgs,
): Promise<Page<DoubtedReview>> {
  const conditions = matching(where);
  mostSuspicious.continueAfter(conditions, after);
  const { rows } = await db.query<DoubtedReview & { cursorKeys: string[] }>(
    `/* doubted reviews */ select ${columns}, ${mostSuspicious.select} from ${from} where ${conditions.sql} order by ${mostSuspicious.orderBy} limit ${first + 1}`,
    conditions.values,
  );
  return pageOf(rows, first, {
    cursor: (row) => mostSuspicious.cursor(row),
    node: toDoubted,
    count: () => countDoubted(db, where),
  });
}

async function countDoubted(db: Queryable, where: DoubtedReviewWhere): Promise<number> {
  const conditions = matching(where);
  const { rows } = await db.query<{ n: number }>(
    `/* count doubted reviews */ select count(*) as n from ${from} where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.n ?? 0;
}

/** Null: nothing is odd about it, or there is no such review. */
export async function readDoubtedReview(db: Queryable, id: string): Promise<DoubtedReview | null> {
  const { rows } = await db.query<DoubtedReview>(
    `/* doubted review */ select ${columns} from ${from} where g.review_id::text = $1`,
    [id],
  );
  return rows[0] ? toDoubted(rows[0]) : null;
}
