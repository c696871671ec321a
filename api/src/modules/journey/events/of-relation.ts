import type { Part } from './part.ts';

/** Registration, visits, membership and consent of a customer. */
export function eventsOfRelation(customer: string): Part[] {
  return [
    {
      kind: 'REGISTERED',
      rank: 1,
      stage: 'PRE_SALE',
      at: 'c.registered_at',
      ref: 'c.customer_id',
      shop: 'c.shop',
      facts: `jsonb_build_object('origin', c.origin)`,
      from: `from core.customers c where c.customer_id = ${customer} and c.deleted_at is null and c.registered_at is not null`,
    },
    {
      kind: 'VISIT',
      rank: 2,
      stage: 'PRE_SALE',
      at: 'v.started_at',
      ref: 'v.visit_id',
      shop: 'v.shop',
      order: 'v.order_id',
      facts: `jsonb_build_object('origin', v.origin, 'products', v.products_viewed, 'searches', v.searches, 'empty', v.zero_result_searches, 'reviews', v.reviews_viewed,
        'carted', v.carted, 'checkedOut', v.checked_out, 'paid', v.paid, 'consulted', v.consulted)`,
      from: `from journey.visit_journey v where v.customer_id = ${customer}`,
    },
    {
      kind: `(case l.kind when 'joined' then 'JOINED' when 'tier_changed' then 'TIER_CHANGED' when 'benefit_used' then 'BENEFIT' when 'care' then 'BENEFIT' else 'POINTS' end)`,
      rank: 300,
      stage: 'AFTER_SALE',
      at: 'l.occurred_at',
      ref: 'l.event_id',
      shop: 'l.shop',
      order: 'l.order_id',
      facts: `jsonb_build_object('kind', l.kind, 'points', l.points, 'from', l.tier_from, 'to', l.tier_to, 'benefit', l.benefit)`,
      from: `from journey.loyalty_facts l where l.customer_id = ${customer}`,
    },
    {
      kind: 'CONSENT',
      rank: 310,
      stage: 'PRE_SALE',
      at: 'n.decided_at',
      ref: 'n.id',
      shop: 'n.shop',
      facts: `jsonb_build_object('purpose', n.purpose, 'granted', n.granted)`,
      from: `from core.consents n where n.customer_id = ${customer} and n.deleted_at is null`,
    },
  ];
}
