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
  select order_id, 'PAYMENT_METHOD', method, sum(amount_minor)::bigint from core.payments where deleted_at is null and outcome <> 'failed' group by 1, 3
),
items as (
  select order_id, count(*) as items_count, sum(price_minor)::bigint as items_minor, sum(freight_minor)::bigint as freight_minor from item_lines group by 1
),
payments as (
  select order_id, count(*) as payments_count, sum(amount_minor)::bigint as paid_minor from core.payments where deleted_at is null and outcome <> 'failed' group by 1
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
    round(extract(epoch from (a.delivered_at at time zone o.zone)) - extract(epoch from (o.ordered_at at time zone o.zone)))::bigint as delivery_seconds,
    o.promised_on - o.ordered_on as promise_days, a.delivered_on - o.promised_on as delay_days,
    o.status = 'delivered' and a.delivered_on is not null as came,
    case when o.nth = 1 then 'first' else 'repeat' end as first_or_repeat, o.currency, o.region_code,
    o.service_level as service_ordered, o.origin, o.cancel_cause, o.canceled_at,
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
)
