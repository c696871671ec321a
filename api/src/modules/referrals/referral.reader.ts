import { dimensionCondition, idsBehind, type MetricRowsRequest } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { readPage, readPagesOf, type Listing } from '../../platform/database/listing.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Referral, ReferralWhere } from './referral.type.ts';

interface ReferralRow extends Omit<Referral, 'channel'> {
  channel: string | null;
}

const listing: Listing<ReferralRow, Referral> = {
  name: 'referrals',
  cut: 'core.referrals j',
  keys: ['customer_id', 'id'],
  columns: `r.id, r.customer_id as "customerId", r.friend_id as "friendId", r.case_id as "caseId", r.external_id as "externalId", r.shop, r.channel,
    r.referred_at as "referredAt", r.referred_on as "referredOn", r.joined_at as "joinedAt", r.first_ordered_at as "firstOrderedAt"`,
  rows: 'join core.referrals r on r.customer_id = k.customer_id and r.id = k.id',
  node: (row) => ({ ...row, channel: knownValue('REFERRAL_CHANNEL', row.channel) }),
};
const latestFirst = new Keyset('referrals', 'DESC', [
  { sql: 'j.referred_at', type: 'timestamptz' },
  { sql: 'j.id', type: 'uuid' },
]);

function matching(where: ReferralWhere): Conditions {
  assertInOrder('where.referredFrom', where.referredFrom, where.referredTo);
  const conditions = new Conditions()
    .and('j.deleted_at is null')
    .given(where.shop, (shop) => `j.shop = ${shop}`)
    .given(where.channel, (code) => `j.channel = ${code}`)
    .given(where.ordered, (wanted) => `(j.first_ordered_at is not null) = ${wanted}::boolean`)
    .given(where.referredFrom, (day) => `j.referred_on >= ${day}::date`)
    .given(where.referredTo, (day) => `j.referred_on <= ${day}::date`);
  if (where.dimensions?.length) conditions.merge(dimensionCondition(where.dimensions, 1, 'referrals'));
  if (where.behind) {
    const { sql, params } = idsBehind('referrals', where.behind as MetricRowsRequest);
    conditions.merge({ sql: `j.id in (${sql})`, params });
  }
  return conditions;
}

export const readReferrals = (db: Queryable, where: ReferralWhere, page: PageArgs): Promise<Page<Referral>> =>
  readPage(db, listing, latestFirst, () => matching(where), page);

/** One page of recommendations by each customer, all in one statement. */
export const readReferralsOfCustomers = (
  db: Queryable,
  customerIds: readonly string[],
  page: PageArgs,
): Promise<Map<string, Page<Referral>>> =>
  readPagesOf(
    db,
    { ...listing, cut: '(select * from core.referrals where deleted_at is null) j' },
    latestFirst,
    'customer_id',
    customerIds,
    page,
  );
