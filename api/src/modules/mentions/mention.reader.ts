import { dimensionCondition, idsBehind, type MetricRowsRequest } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { readPage, type Listing } from '../../platform/database/listing.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Mention, MentionWhere } from './mention.type.ts';

interface MentionRow extends Omit<Mention, 'platform' | 'topic'> {
  platform: string;
  topic: string | null;
}

const listing: Listing<MentionRow, Mention> = {
  name: 'mentions',
  cut: 'journey.mention_facts j',
  keys: ['mention_id'],
  columns: `n.id, n.external_id as "externalId", n.shop, n.platform, n.mentioned_at as "mentionedAt", n.mentioned_on as "mentionedOn", n.sentiment,
    least(n.reach, 2147483647) as reach, n.topic, n.text, n.responded_at as "respondedAt", n.product_id as "productId"`,
  rows: 'join core.mentions n on n.id = k.mention_id',
  node: (row) => ({
    ...row,
    platform: knownValue('PLATFORM', row.platform),
    topic: knownValue('TOPIC', row.topic),
  }),
};
const latestFirst = new Keyset('mentions', 'DESC', [
  { sql: 'j.mentioned_at', type: 'timestamptz' },
  { sql: 'j.mention_id', type: 'uuid' },
]);

function matching(where: MentionWhere): Conditions {
  assertInOrder('where.mentionedFrom', where.mentionedFrom, where.mentionedTo);
  const conditions = new Conditions()
    .given(where.shop, (shop) => `j.shop = ${shop}`)
    .given(where.platform, (code) => `j.platform = ${code}`)
    .given(where.topic, (code) => `j.topic = ${code}`)
    .given(where.sentiment, (tone) => `j.sentiment = ${tone}::integer`)
    .given(where.responded, (wanted) => `(j.responded_at is not null) = ${wanted}::boolean`)
    .given(where.mentionedFrom, (day) => `j.mentioned_on >= ${day}::date`)
    .given(where.mentionedTo, (day) => `j.mentioned_on <= ${day}::date`);
  if (where.dimensions?.length) conditions.merge(dimensionCondition(where.dimensions, 1, 'mentions'));
  if (where.behind) {
    const { sql, params } = idsBehind('mentions', where.behind as MetricRowsRequest);
    conditions.merge({ sql: `j.mention_id in (${sql})`, params });
  }
  return conditions;
}

export const readMentions = (db: Queryable, where: MentionWhere, page: PageArgs): Promise<Page<Mention>> =>
  readPage(db, listing, latestFirst, () => matching(where), page);
