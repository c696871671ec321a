import { dimensionCondition, idsBehind, type MetricRowsRequest } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { listOf, orderKeyArrays, type OrderKey } from '../../platform/database/loaders.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Review, ReviewOddity, ReviewWhere } from './review.type.ts';

const columns = `v.id, v.customer_id as "customerId", v.order_id as "orderId", v.product_id as "productId", v.review_ref as "externalId", v.score, v.title, v.message,
  v.invited_at as "invitedAt", v.answered_at as "answeredAt", coalesce(v.source, 'written') as source, v.follow_up_of as "followUpOf", v.first_score as "firstScore",
  v.changed_at as "changedAt", v.replied_at as "repliedAt", v.reply, v.shown_at as "shownAt", v.photos`;

interface ReviewRow extends Omit<Review, 'source'> {
  source: string;
}

const toReview = (row: ReviewRow): Review => ({ ...row, source: knownValue('REVIEW_SOURCE', row.source) });

export const reviewOddities: Record<keyof typeof ReviewOddity, string> = {
  SHARED_REVIEW_ID: `exists (select 1 from core.reviews w where w.shop = v.shop and w.review_ref = v.review_ref and w.order_id <> v.order_id and w.deleted_at is null)`,
  MULTI_LINE_MESSAGE: `v.message ~ '[\\n\\r]'`,
  WITHOUT_TIMES: 'v.answered_at is null or v.invited_at is null',
};

const latestFirst = new Keyset('reviews', 'DESC', [
  { sql: `coalesce(v.answered_at, '-infinity')`, type: 'timestamptz' },
  { sql: 'v.id', type: 'uuid' },
]);

function matching(where: ReviewWhere): Conditions {
  const conditions = new Conditions()
    .and('v.deleted_at is null')
    .given(where.shop, (shop) => `v.shop = ${shop}`)
    .given(where.minScore, (score) => `v.score >= ${score}::integer`)
    .given(where.maxScore, (score) => `v.score <= ${score}::integer`)
    .given(where.hasMessage, (wanted) => `(coalesce(v.message, '') <> '') = ${wanted}::boolean`);
  conditions
    .given(
      where.product,
      (code) => `v.product_id in (select core.id_of('product', h.shop, ${code}::text) from core.shops h)`,
    )
    .given(where.source, (code) => `coalesce(v.source, 'written') = ${code}`)
    .given(where.unanswered, (wanted) => `(v.replied_at is null) = ${wanted}::boolean`);
  if (where.dimensions?.length) {
    const { sql, params } = dimensionCondition(where.dimensions, 1, 'reviews');
    conditions.merge({ sql: `v.id in (select j.review_id from journey.review_journey j where ${sql})`, params });
  }
  if (where.behind) {
    const { sql, params } = idsBehind('reviews', where.behind as MetricRowsRequest);
    conditions.merge({ sql: `v.id in (${sql})`, params });
  }
  if (where.oddity) conditions.and(reviewOddities[where.oddity]);
  return conditions;
}

export async function readReviews(
  db: Queryable,
  where: ReviewWhere,
  { first, after }: PageArgs,
): Promise<Page<Review>> {
  const conditions = matching(where);
  latestFirst.continueAfter(conditions, after);
  const { rows } = await db.query<ReviewRow & { cursorKeys: string[] }>(
    `/* reviews */ select ${columns}, ${latestFirst.select} from core.reviews v where ${conditions.sql} order by ${latestFirst.orderBy} limit ${first + 1}`,
    conditions.values,
  );
  return pageOf(rows, first, {
    cursor: (row) => latestFirst.cursor(row),
    node: toReview,
    count: () => countReviews(db, where),
  });
}

async function countReviews(db: Queryable, where: ReviewWhere): Promise<number> {
  const conditions = matching(where);
  const { rows } = await db.query<{ n: number }>(
    `/* count reviews */ select count(*) as n from core.reviews v where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.n ?? 0;
}

export async function readReviewsOfOrders(db: Queryable, keys: readonly OrderKey[]): Promise<Review[]> {
  const { rows } = await db.query<ReviewRow>(
    `/* reviews of orders */ select ${columns} from ${listOf('uuid', 'uuid')} as k(customer_id, order_id)
     join core.reviews v on v.customer_id = k.customer_id and v.order_id = k.order_id and v.deleted_at is null
     order by v.order_id, v.answered_at, v.id`,
    orderKeyArrays(keys),
  );
  return rows.map(toReview);
}
