-- A visit as one row: its touches in order, side by side.
visit_rows as materialized (
  select t.customer_id, core.id_of('visit', t.shop, t.visit_ref) as visit_id, t.shop,
    array_agg(t.kind order by t.occurred_at, t.external_id collate "C") as kinds, array_agg(t.occurred_at order by t.occurred_at, t.external_id collate "C") as moments,
    array_agg(t.results order by t.occurred_at, t.external_id collate "C") as results, array_agg(t.product_id order by t.occurred_at, t.external_id collate "C") as products,
    array_agg(t.rating order by t.occurred_at, t.external_id collate "C") as ratings, array_agg(t.order_id order by t.occurred_at, t.external_id collate "C") as orders,
    array_remove(array_agg(t.origin order by t.occurred_at, t.external_id collate "C"), null) as origins, min(t.occurred_on) as visited_on, max(t.load_ms) as load_ms_max,
    array_agg(t.occurred_on order by t.occurred_at, t.external_id collate "C") as days
  from core.touchpoints t where t.deleted_at is null group by 1, 2, 3
),
web_payments as materialized (
  select customer_id, occurred_at, occurred_on from core.touchpoints where deleted_at is null and kind = 'paid'
),
asked_desk as materialized (
  select v.customer_id, v.visit_id, min(t.moment) as asked_at, min(t.day) as asked_on
  from visit_rows v cross join lateral unnest(v.kinds, v.moments, v.days) t(kind, moment, day) where t.kind = 'consulted' group by 1, 2
),
asked_and_paid as materialized (
  select a.customer_id, a.visit_id, coalesce(sum((p.occurred_on = a.asked_on)::int), 0) > 0 as same_day, coalesce(sum((p.occurred_on < a.asked_on + 3)::int), 0) > 0 as within_3d
  from asked_desk a left join web_payments p on p.customer_id = a.customer_id and p.occurred_at >= a.asked_at group by 1, 2
),
expected_visit_journey as (
  select v.customer_id, v.visit_id, v.shop, coalesce(c.identified, false) as identified, v.moments[1] as started_at, v.moments[cardinality(v.moments)] as ended_at, v.visited_on,
    v.origins[1] as origin, cardinality(v.kinds) as touches, cardinality(array_positions(v.kinds, 'page')) as pages, w.searches, w.zero_result_searches, w.searches_clicked, x.searches_ordered,
    w.products_viewed, cardinality(array_positions(v.kinds, 'review_view')) as reviews_viewed, cardinality(array_positions(v.kinds, 'recommendation_shown')) as recommendations_shown,
    cardinality(array_positions(v.kinds, 'recommendation_clicked')) as recommendations_clicked, 'search' = any (v.kinds) as searched, 'product_view' = any (v.kinds) as viewed,
    'cart' = any (v.kinds) as carted, 'checkout' = any (v.kinds) as checked_out, 'paid' = any (v.kinds) as paid, 'consulted' = any (v.kinds) as consulted,
    a.same_day as consulted_paid_same_day, a.within_3d as consulted_paid_3d, round(extract(epoch from v.moments[cardinality(v.moments)] - v.moments[1])) as seconds,
    w.highest_rating_seen, v.load_ms_max, w.paid_orders[1] as order_id
  from visit_rows v
  -- What follows a search: the first later step; pages and shown recommendations are none.
  cross join lateral (
    select sum((t.kind = 'search')::int) as searches, count(case when t.kind = 'search' and t.result = 0 then 1 end) as zero_result_searches,
      count(case when t.kind = 'search' and (array_remove(array_remove(v.kinds[t.nth + 1 : ], 'page'), 'recommendation_shown'))[1] = 'product_view' then 1 end) as searches_clicked,
      count(distinct case when t.kind = 'product_view' then t.product end) as products_viewed, max(case when t.kind = 'product_view' then t.rating end) as highest_rating_seen,
      array_remove(array_agg(case when t.kind = 'paid' then t.paid_order end order by t.nth), null) as paid_orders,
      max(case when t.kind = 'paid' then t.moment end) as last_paid_at
    from unnest(v.kinds, v.moments, v.results, v.products, v.ratings, v.orders) with ordinality t(kind, moment, result, product, rating, paid_order, nth)) w
  cross join lateral (
    select (select count(*) from unnest(v.kinds, v.moments) s(kind, moment) where s.kind = 'search' and s.moment < w.last_paid_at) as searches_ordered) x
  left join core.customers c on c.customer_id = v.customer_id and c.deleted_at is null
  left join asked_and_paid a on a.customer_id = v.customer_id and a.visit_id = v.visit_id
),
product_touches as (
  select v.customer_id, v.visit_id, v.shop, t.* from visit_rows v
  cross join lateral unnest(v.kinds, v.moments, v.days, v.products, v.ratings) with ordinality t(kind, moment, day, product_id, rating, nth)
  where t.product_id is not null
),
bought_in_visits as materialized (
  select distinct v.customer_id, v.visit_id, i.product_id
  from visit_rows v cross join lateral unnest(v.kinds, v.orders) t(kind, order_id)
  join core.order_items i on i.customer_id = v.customer_id and i.order_id = t.order_id and i.deleted_at is null
  where t.kind = 'paid'
),
expected_product_views as (
  select t.customer_id, t.visit_id, t.product_id, t.shop, min(case when t.kind = 'product_view' then t.moment end) as viewed_at, min(case when t.kind = 'product_view' then t.day end) as viewed_on,
    sum((t.kind = 'product_view')::int) as times,
    (array_remove(array_agg(case when t.kind = 'product_view' then t.rating end order by t.nth desc), null))[1] as rating,
    sum((t.kind = 'review_view')::int) > 0 as reviews_viewed, sum((t.kind = 'cart')::int) > 0 as carted,
    (t.customer_id, t.visit_id, t.product_id) in (select customer_id, visit_id, product_id from bought_in_visits) as bought
  from product_touches t group by 1, 2, 3, 4 having sum((t.kind = 'product_view')::int) > 0
)
