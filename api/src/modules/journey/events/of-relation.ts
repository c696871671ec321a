import type { Part } from './part.ts';

/** Registration, visits, membership and consent of a customer. */
export function eventsOfRelation(customer: string): Part[] {
  return [
    {
      stage: 'PRE_SALE',
      ref: 'c.customer_id',
      shop: 'c.shop',
      from: 'core.customers c',
      where: `c.customer_id = ${customer} and c.deleted_at is null`,
      moments: [
        { kind: 'REGISTERED', rank: 1, at: 'c.registered_at', facts: `jsonb_build_object('origin', c.origin)` },
      ],
    },
    {
      stage: 'PRE_SALE',
      ref: 'v.visit_id',
      shop: 'v.shop',
      order: 'v.order_id',
      from: 'journey.visit_journey v',
      where: `v.customer_id = ${customer}`,
      moments: [
        {
          kind: 'VISIT',
          rank: 2,
          at: 'v.started_at',
          facts: `jsonb_build_object('origin', v.origin, 'products', v.products_viewed, 'searches', v.searches, 'empty', v.zero_result_searches, 'reviews', v.reviews_viewed,
            'carted', v.carted, 'checkedOut', v.checked_out, 'paid', v.paid, 'consulted', v.consulted)`,
        },
      ],
    },
    {
      stage: 'AFTER_SALE',
      ref: 'l.event_id',
      shop: 'l.shop',
      order: 'l.order_id',
      from: 'journey.loyalty_facts l',
      where: `l.customer_id = ${customer}`,
      moments: [
        {
          kind: `(case l.kind when 'joined' then 'JOINED' when 'tier_changed' then 'TIER_CHANGED' when 'benefit_used' then 'BENEFIT' when 'care' then 'BENEFIT' else 'POINTS' end)`,
          rank: 300,
          at: 'l.occurred_at',
          facts: `jsonb_build_object('kind', l.kind, 'points', l.points, 'from', l.tier_from, 'to', l.tier_to, 'benefit', l.benefit)`,
        },
      ],
    },
    {
      stage: 'PRE_SALE',
      ref: 'n.id',
      shop: 'n.shop',
      from: 'core.consents n',
      where: `n.customer_id = ${customer} and n.deleted_at is null`,
      moments: [
        {
          kind: 'CONSENT',
          rank: 310,
          at: 'n.decided_at',
          facts: `jsonb_build_object('purpose', n.purpose, 'granted', n.granted)`,
        },
      ],
    },
  ];
}
