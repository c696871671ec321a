import type { Queryable } from '@rapport/model/schema';
import { listOf } from '../../platform/database/loaders.ts';
import { consentPurposes } from '@rapport/model/vocabulary';
import { labelled } from '../../platform/graphql/code.type.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Consent, Membership } from './membership.type.ts';

/** Tier and points by the events; loyal by the orders, on the shop's last day. */
export async function readMemberships(db: Queryable, customerIds: readonly string[]): Promise<Membership[]> {
  const { rows } = await db.query<Omit<Membership, 'tier'> & { tier: string | null }>(
    `/* memberships */ select k.customer_id as "customerId", t.tier, t.since as "tierSince", p.points,
       exists (select from journey.order_journey j join core.shops s on s.shop = j.shop
         where j.customer_id = k.customer_id and j.identified and j.loyal_until >= s.as_of and j.valid_next_on is null) as loyal
     from ${listOf('uuid')} as k(customer_id)
     left join lateral (select l.tier_to as tier, l.occurred_on as since from core.loyalty_events l
       where l.customer_id = k.customer_id and l.deleted_at is null and l.tier_to is not null order by l.occurred_at desc, l.external_id collate "C" desc limit 1) t on true
     left join lateral (select sum(l.points)::bigint as points from core.loyalty_events l where l.customer_id = k.customer_id and l.deleted_at is null) p on true`,
    [customerIds],
  );
  return rows.map((row) => ({ ...row, tier: knownValue('TIER', row.tier) }));
}

interface ConsentRow extends Omit<Consent, 'purpose'> {
  customerId: string;
  purpose: string;
}

export async function readConsents(
  db: Queryable,
  customerIds: readonly string[],
): Promise<(Consent & { customerId: string })[]> {
  const { rows } = await db.query<ConsentRow>(
    `/* consents */ select distinct on (c.customer_id, c.purpose) c.customer_id as "customerId", c.purpose, c.granted, c.decided_at as "decidedAt"
     from core.consents c where c.customer_id = any($1::uuid[]) and c.deleted_at is null
     order by c.customer_id, c.purpose, c.decided_at desc, c.external_id collate "C" desc`,
    [customerIds],
  );
  return rows.map((row) => ({ ...row, purpose: labelled(consentPurposes, row.purpose) }));
}
