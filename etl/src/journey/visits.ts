import type { DerivedFact } from './fact.ts';

/** What is asked of a touch; whole rows would be carried through every sort. */
const columns =
  'customer_id, visit_ref collate "C" as visit_ref, external_id, kind, occurred_at, occurred_on, origin, product_id, order_id, results, rating, load_ms';

/** Touches by the visit's own name, of which an id is made once a visit; `is_step`: what the visitor did, not what the page showed. */
const touches = (rows: string) => `
  touches as materialized (
    select ${columns}, kind not in ('page', 'recommendation_shown') as is_step from ${rows} t
  )`;
const visitId = (shop: string, touch: string) => `core.id_of('visit', ${shop}, ${touch}.visit_ref) as visit_id`;

export const visitJourney: DerivedFact = {
  table: 'journey.visit_journey',
  key: ['customer_id', 'visit_id'],
  columns: [
    'customer_id', 'visit_id', 'shop', 'identified', 'started_at', 'ended_at', 'visited_on', 'origin', 'touches', 'pages', 'searches',
    'zero_result_searches', 'searches_clicked', 'searches_ordered', 'products_viewed', 'reviews_viewed', 'recommendations_shown',
    'recommendations_clicked', 'searched', 'viewed', 'carted', 'checked_out', 'paid', 'consulted', 'consulted_paid_same_day',
    'consulted_paid_3d', 'seconds', 'highest_rating_seen', 'load_ms_max', 'order_id',
  ], // prettier-ignore
  // Beside touches, whatever may name a customer for the first time and so make a visitor known.
  reads: [
    'touchpoints',
    'service_cases',
    'compensations',
    'surveys',
    'messages',
    'referrals',
    'loyalty_events',
    'consents',
  ],
  select: ({ mine, shop }) => `
    with ${touches(mine('touchpoints'))}, visits as (
      select customer_id, visit_ref, min(occurred_at) as started_at, max(occurred_at) as ended_at, min(occurred_on) as visited_on,
        (array_agg(origin order by occurred_at, external_id collate "C") filter (where origin is not null))[1] as origin,
        count(*)::integer as touches, (count(*) filter (where kind = 'page'))::integer as pages,
        (count(*) filter (where kind = 'search'))::integer as searches, (count(*) filter (where kind = 'search' and results = 0))::integer as zero_result_searches,
        (count(*) filter (where kind = 'search' and next_step = 'product_view'))::integer as searches_clicked,
        (count(*) filter (where kind = 'search' and last_paid_at > occurred_at))::integer as searches_ordered,
        (count(distinct product_id) filter (where kind = 'product_view'))::integer as products_viewed,
        (count(*) filter (where kind = 'review_view'))::integer as reviews_viewed,
        (count(*) filter (where kind = 'recommendation_shown'))::integer as recommendations_shown,
        (count(*) filter (where kind = 'recommendation_clicked'))::integer as recommendations_clicked,
        bool_or(kind = 'product_view') as viewed, bool_or(kind = 'cart') as carted, bool_or(kind = 'checkout') as checked_out, bool_or(kind = 'paid') as paid,
        min(occurred_at) filter (where kind = 'consulted') as consulted_at, min(occurred_on) filter (where kind = 'consulted') as consulted_on,
        max(rating) filter (where kind = 'product_view') as highest_rating_seen, max(load_ms) as load_ms_max,
        (array_agg(order_id order by occurred_at, external_id collate "C") filter (where kind = 'paid' and order_id is not null))[1] as order_id
      from (select *, lead(kind) over (partition by customer_id, visit_ref, is_step order by occurred_at, external_id collate "C") as next_step,
          max(occurred_at) filter (where kind = 'paid') over (partition by customer_id, visit_ref) as last_paid_at from touches) t
      group by 1, 2
    ), converted as (
      select v.customer_id, v.visit_ref, bool_or(t.occurred_on = v.consulted_on) as same_day
      from visits v join touches t on t.customer_id = v.customer_id and t.kind = 'paid' and t.occurred_at >= v.consulted_at and t.occurred_on <= v.consulted_on + 2
      group by 1, 2
    )
    select v.customer_id, ${visitId(shop, 'v')}, ${shop} as shop, coalesce(c.identified, false) as identified, v.started_at, v.ended_at, v.visited_on, v.origin, v.touches, v.pages, v.searches,
      v.zero_result_searches, v.searches_clicked, v.searches_ordered, v.products_viewed, v.reviews_viewed, v.recommendations_shown, v.recommendations_clicked,
      v.searches > 0 as searched, v.viewed, v.carted, v.checked_out, v.paid, v.consulted_at is not null as consulted,
      case when v.consulted_at is not null then coalesce(p.same_day, false) end as consulted_paid_same_day,
      case when v.consulted_at is not null then p.visit_ref is not null end as consulted_paid_3d,
      extract(epoch from v.ended_at - v.started_at)::bigint as seconds, v.highest_rating_seen, v.load_ms_max, v.order_id
    from visits v
    left join converted p on p.customer_id = v.customer_id and p.visit_ref = v.visit_ref
    left join ${mine('customers')} c on c.customer_id = v.customer_id
    order by 1, 2`,
};

export const productViews: DerivedFact = {
  table: 'journey.product_views',
  key: ['customer_id', 'visit_id', 'product_id'],
  columns: [
    'customer_id', 'visit_id', 'product_id', 'shop', 'viewed_at', 'viewed_on', 'times', 'rating', 'reviews_viewed', 'carted', 'bought',
  ], // prettier-ignore
  reads: ['touchpoints', 'order_items'],
  select: ({ mine, shop }) => `
    with ${touches(mine('touchpoints'))}, bought as (
      select distinct t.customer_id, t.visit_ref, i.product_id
      from touches t join ${mine('order_items')} i on i.customer_id = t.customer_id and i.order_id = t.order_id
      where t.kind = 'paid'
    )
    select t.customer_id, ${visitId(shop, 't')}, t.product_id, ${shop} as shop, min(t.occurred_at) filter (where kind = 'product_view') as viewed_at,
      min(t.occurred_on) filter (where kind = 'product_view') as viewed_on, (count(*) filter (where kind = 'product_view'))::integer as times,
      (array_agg(t.rating order by t.occurred_at desc, t.external_id collate "C" desc) filter (where kind = 'product_view' and t.rating is not null))[1] as rating,
      bool_or(kind = 'review_view') as reviews_viewed, bool_or(kind = 'cart') as carted, bool_or(b.product_id is not null) as bought
    from touches t
    left join bought b on b.customer_id = t.customer_id and b.visit_ref = t.visit_ref and b.product_id = t.product_id
    where t.product_id is not null and t.kind in ('product_view', 'review_view', 'cart')
    group by t.customer_id, t.visit_ref, t.product_id
    having bool_or(kind = 'product_view')
    order by 1, 2, 3`,
};
