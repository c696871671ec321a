-- What journey and mart must hold, recomputed from core. Written by hand: it shares no text with the loader, the metric
-- declarations or the rollup compiler, so that a mistake in one of them cannot hide in the other.
placed as materialized (
  select o.*, o.status not in ('canceled', 'unavailable') as valid, c.identified, s.zone,
    row_number() over (partition by o.customer_id order by o.ordered_at, o.external_id collate "C") as nth
  from core.orders o
  join core.customers c on c.customer_id = o.customer_id
  join core.shops s on s.shop = o.shop
  where o.deleted_at is null
),
-- The customer's distinct valid days, numbered.
valid_days as materialized (
  select customer_id, ordered_on, dense_rank() over (partition by customer_id order by ordered_on) as nth, min(nth) as first_nth
  from placed where valid group by customer_id, ordered_on
),
item_lines as materialized (
  select i.order_id, coalesce(p.category_code, '') as category, coalesce(m.external_id, '') as merchant, i.price_minor, i.freight_minor
  from core.order_items i
  left join core.products p on p.id = i.product_id
  left join core.merchants m on m.id = i.merchant_id
  where i.deleted_at is null
),
many_lines as materialized (
  select order_id, 'CATEGORY' as dimension, category as value, sum(price_minor + freight_minor)::bigint as minor from item_lines group by 1, 3
  union all
  select order_id, 'MERCHANT', merchant, sum(price_minor + freight_minor)::bigint from item_lines group by 1, 3
  union all
  select order_id, 'PAYMENT_METHOD', method, sum(amount_minor)::bigint from core.payments where deleted_at is null group by 1, 3
),
items as (
  select order_id, count(*) as items_count, sum(price_minor)::bigint as items_minor, sum(freight_minor)::bigint as freight_minor from item_lines group by 1
),
payments as (
  select order_id, count(*) as payments_count, sum(amount_minor)::bigint as paid_minor from core.payments where deleted_at is null group by 1
),
reviews as (
  select order_id, count(*) as reviews_count, sum(score) as score_sum, min(answered_at) as first_answered_at,
    sum((score = 1)::int) as s1, sum((score = 2)::int) as s2, sum((score = 3)::int) as s3, sum((score = 4)::int) as s4, sum((score = 5)::int) as s5
  from core.reviews where deleted_at is null group by 1
),
-- An order has arrived when its last parcel has.
parcels as (
  select order_id, min(handed_over_at) as handed_over_at, max(delivered_at) as delivered_at, max(delivered_on) as delivered_on,
    count(*) - count(delivered_at) as under_way, count(*) - count(delivered_on) as undated
  from core.shipments where deleted_at is null group by 1
),
arrived as (
  select order_id, handed_over_at, case when under_way = 0 then delivered_at end as delivered_at, case when undated = 0 then delivered_on end as delivered_on from parcels
),
fact as materialized (
  select o.customer_id, o.id as order_id, o.shop, o.identified, o.status, o.valid, o.ordered_at, o.ordered_on, o.approved_at, a.handed_over_at,
    a.delivered_at, a.delivered_on, o.promised_on, r.first_answered_at,
    floor(extract(epoch from (a.delivered_at at time zone o.zone)) - extract(epoch from (o.ordered_at at time zone o.zone)))::bigint as delivery_seconds,
    o.promised_on - o.ordered_on as promise_days, a.delivered_on - o.promised_on as delay_days,
    o.status = 'delivered' and a.delivered_on is not null as came,
    case when o.nth = 1 then 'first' else 'repeat' end as first_or_repeat, o.currency, o.region_code,
    coalesce(i.items_count, 0) as items_count, coalesce(i.items_minor, 0) as items_minor, coalesce(i.freight_minor, 0) as freight_minor,
    coalesce(p.payments_count, 0) as payments_count, coalesce(p.paid_minor, 0) as paid_minor,
    coalesce(r.reviews_count, 0) as reviews_count, coalesce(r.score_sum, 0) as score_sum,
    coalesce(r.s1, 0) as s1, coalesce(r.s2, 0) as s2, coalesce(r.s3, 0) as s3, coalesce(r.s4, 0) as s4, coalesce(r.s5, 0) as s5,
    before.ordered_on as prev_on, before2.ordered_on as prev2_on, after.ordered_on as next_on,
    day_before.ordered_on as valid_prev_on, day_before2.ordered_on as valid_prev2_on, day_after.ordered_on as valid_next_on,
    o.valid and d.first_nth = o.nth as valid_first_of_day
  from placed o
  left join items i on i.order_id = o.id
  left join payments p on p.order_id = o.id
  left join reviews r on r.order_id = o.id
  left join arrived a on a.order_id = o.id
  left join placed before on before.customer_id = o.customer_id and before.nth = o.nth - 1
  left join placed before2 on before2.customer_id = o.customer_id and before2.nth = o.nth - 2
  left join placed after on after.customer_id = o.customer_id and after.nth = o.nth + 1
  left join valid_days d on o.valid and d.customer_id = o.customer_id and d.ordered_on = o.ordered_on
  left join valid_days day_before on day_before.customer_id = d.customer_id and day_before.nth = d.nth - 1
  left join valid_days day_before2 on day_before2.customer_id = d.customer_id and day_before2.nth = d.nth - 2
  left join valid_days day_after on day_after.customer_id = d.customer_id and day_after.nth = d.nth + 1
),
judged as materialized (
  select f.*,
    case when not came then 'not_delivered' when promised_on is null then 'no_promise' when delay_days > 0 then 'late' else 'on_time' end as lateness,
    case when not came then 'not_delivered' when promised_on is null then 'no_promise' when delay_days < -7 then 'early_8' when delay_days < 0 then 'early_1_7'
      when delay_days = 0 then 'on_day' when delay_days < 4 then 'late_1_3' when delay_days < 8 then 'late_4_7' else 'late_8' end as delay_bucket
  from fact f
),
-- Every row a rollup by dimension counts an order in: one for the total and for each single-valued dimension, one for each value of the others.
slices as materialized (
  select j.order_id, v.dimension, v.value, null::bigint as lines_minor
  from judged j cross join lateral (values ('', ''), ('REGION', coalesce(j.region_code, '')), ('ORDER_STATUS', j.status), ('LATE', j.lateness),
    ('DELAY_BUCKET', j.delay_bucket), ('FIRST_OR_REPEAT', j.first_or_repeat)) as v(dimension, value)
  union all
  select order_id, dimension, value, minor from many_lines
  union all
  select j.order_id, m.dimension, '', 0 from judged j cross join (values ('CATEGORY'), ('MERCHANT'), ('PAYMENT_METHOD')) as m(dimension)
  where case m.dimension when 'PAYMENT_METHOD' then j.payments_count else j.items_count end = 0
),
sliced as not materialized (
  select s.dimension, s.value, s.lines_minor, j.*,
    case when s.dimension in ('CATEGORY', 'MERCHANT') then s.lines_minor else j.items_minor + j.freight_minor end as goods_minor,
    case when s.dimension = 'PAYMENT_METHOD' then s.lines_minor else j.paid_minor end as money_in_minor
  from slices s join judged j on j.order_id = s.order_id
),
expected_orders_daily as (
  select dimension, shop, value, case when dimension = 'MERCHANT' then ordered_on - extract(day from ordered_on)::int + 1 else ordered_on end as day,
    count(*) as orders,
    sum(goods_minor) as gmv,
    sum(least(goods_minor, 3000000000) * least(goods_minor, 3000000000)) as gmv_squares,
    sum(case when payments_count > 0 then money_in_minor else 0 end) as average_order_value_sum,
    sum((payments_count > 0)::int) as average_order_value_whole,
    sum(case when payments_count > 0 then least(money_in_minor, 3000000000) * least(money_in_minor, 3000000000) else 0 end) as average_order_value_squares,
    sum((status = 'canceled')::int) as cancellation_rate_part,
    sum((status = 'delivered' and coalesce(delay_days <= 0, false))::int) as on_time_delivery_rate_part,
    sum((status = 'delivered' and delay_days is not null)::int) as on_time_delivery_rate_whole,
    sum(case when status = 'delivered' then coalesce(delivery_seconds, 0) else 0 end) as delivery_days_mean_sum,
    sum((status = 'delivered' and delivered_at is not null)::int) as delivery_days_mean_whole,
    sum(case when status = 'delivered' then coalesce(delivery_seconds::numeric * delivery_seconds, 0) else 0 end) as delivery_days_mean_squares,
    sum((status = 'delivered')::int) as delivered_rate_part,
    sum(score_sum) as average_review_score_sum,
    sum(reviews_count) as average_review_score_whole,
    sum(s1 + 4 * s2 + 9 * s3 + 16 * s4 + 25 * s5) as average_review_score_squares,
    sum(s4) + sum(s5) as positive_review_rate_part,
    sum(s1) + sum(s2) as negative_review_rate_part,
    sum((status = 'delivered' and reviews_count > 0)::int) as review_rate_part,
    sum(s1) as one_star_share_part, sum(s2) as two_star_share_part, sum(s3) as three_star_share_part, sum(s4) as four_star_share_part, sum(s5) as five_star_share_part,
    sum((not identified)::int) as unidentified_orders
  from sliced group by 1, 2, 3, 4
),
expected_promises_daily as (
  select dimension, shop, value, promised_on as day,
    count(*) as promise_kept_rate_whole,
    sum(coalesce(delivered_on <= promised_on, false)::int) as promise_kept_rate_part
  from sliced where status not in ('canceled', 'unavailable') and promised_on is not null and dimension <> 'MERCHANT'
  group by 1, 2, 3, 4
),
expected_order_pairs as (
  select 'order' as chain, shop, ordered_on as day, case when prev_on is null then '-infinity' else prev_on end as prev_day, count(*) as links
  from fact where identified group by 2, 3, 4
  union all
  select 'valid_day', shop, ordered_on, case when valid_prev_on is null then '-infinity' else valid_prev_on end, count(*)
  from fact where identified and valid_first_of_day group by 2, 3, 4
),
expected_order_triples as (
  select 'order' as chain, shop, ordered_on as day, prev_on as prev_day, case when prev2_on is null then '-infinity' else prev2_on end as prev2_day, count(*) as links
  from fact where identified and prev_on is not null group by 2, 3, 4, 5
  union all
  select 'valid_day', shop, ordered_on, valid_prev_on, case when valid_prev2_on is null then '-infinity' else valid_prev2_on end, count(*)
  from fact where identified and valid_first_of_day and valid_prev_on is not null group by 2, 3, 4, 5
),
-- Straight from the customers' valid days: the first, and how far away the second lies.
expected_repurchase_gaps as (
  select s.shop, one.ordered_on as first_day, case when two.ordered_on is null then 2147483647 else two.ordered_on - one.ordered_on end as gap_days, count(*) as customers
  from valid_days one
  join core.customers s on s.customer_id = one.customer_id
  left join valid_days two on two.customer_id = one.customer_id and two.nth = 2
  where one.nth = 1 and s.identified group by 1, 2, 3
),
code_lists as (
  select order_id, dimension, array_agg(value order by value collate "C") as codes, array_agg(minor order by value collate "C") as minors from many_lines group by 1, 2
),
expected_order_journey as (
  select j.customer_id, j.order_id, j.shop, j.identified, j.status, j.valid, j.ordered_at, j.ordered_on, j.approved_at, j.handed_over_at, j.delivered_at, j.delivered_on,
    j.promised_on, j.first_answered_at, j.delivery_seconds, j.promise_days, j.delay_days, j.lateness, j.delay_bucket, j.first_or_repeat, j.currency, j.region_code,
    coalesce(c.codes, '{}') as categories, coalesce(c.minors, '{}') as category_minor, coalesce(m.codes, '{}') as merchants, coalesce(m.minors, '{}') as merchant_minor,
    coalesce(p.codes, '{}') as payment_methods, coalesce(p.minors, '{}') as payment_method_minor,
    j.items_count, j.items_minor, j.freight_minor, j.payments_count, j.paid_minor, j.reviews_count, j.score_sum, array[j.s1, j.s2, j.s3, j.s4, j.s5]::integer[] as score_counts,
    j.prev_on, j.prev2_on, j.next_on, j.valid_prev_on, j.valid_prev2_on, j.valid_next_on, j.valid_first_of_day
  from judged j
  left join code_lists c on c.order_id = j.order_id and c.dimension = 'CATEGORY'
  left join code_lists m on m.order_id = j.order_id and m.dimension = 'MERCHANT'
  left join code_lists p on p.order_id = j.order_id and p.dimension = 'PAYMENT_METHOD'
)
