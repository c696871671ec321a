/** Which customers' journeys are made anew: those in the temp table affected_customers, or all of one shop. */
export type JourneyScope = 'affected' | 'shop';

const columns = [
  'customer_id', 'order_id', 'shop', 'identified', 'status', 'valid', 'ordered_at', 'ordered_on', 'approved_at', 'handed_over_at',
  'delivered_at', 'delivered_on', 'promised_on', 'first_answered_at', 'delivery_seconds', 'promise_days', 'delay_days', 'lateness',
  'delay_bucket', 'first_or_repeat', 'currency', 'region_code', 'categories', 'category_minor', 'merchants', 'merchant_minor',
  'payment_methods', 'payment_method_minor', 'items_count', 'items_minor', 'freight_minor', 'payments_count', 'paid_minor',
  'reviews_count', 'score_sum', 'score_counts', 'prev_on', 'prev2_on', 'next_on', 'valid_prev_on', 'valid_prev2_on', 'valid_next_on',
  'valid_first_of_day',
]; // prettier-ignore

/** Sums of an order's lines by one code, as two parallel arrays in code order. C collation: the same order on every machine. */
function byCode(from: string, code: string, minor: string): string {
  return `(select customer_id, order_id, array_agg(code order by code collate "C") as codes, array_agg(minor order by code collate "C") as minors
    from (select customer_id, order_id, ${code} as code, sum(${minor})::bigint as minor from ${from} group by 1, 2, 3) lines
    group by 1, 2)`;
}

/**
 * One wide row an order, from core alone. Deleted rows are left out. A day is the shop's day, decided at load; durations are
 * differences on the shop's wall clock.
 */
export function orderJourneySelect(scope: JourneyScope, shop: string): string {
  const inScope = scope === 'shop' ? `shop = ${shop}` : 'customer_id in (select customer_id from affected_customers)';
  const mine = (table: string) => `${table} where deleted_at is null and ${inScope}`;
  return `
  with placed as materialized (
    select o.*, s.zone, o.status not in ('canceled', 'unavailable') as valid
    from (select * from ${mine('core.orders')}) o join core.shops s using (shop)
  ), lines as materialized (
    select i.customer_id, i.order_id, coalesce(p.category_code, '') as category, coalesce(m.external_id, '') as merchant, i.price_minor, i.freight_minor
    from (select * from ${mine('core.order_items')}) i
    left join core.products p on p.id = i.product_id left join core.merchants m on m.id = i.merchant_id
  ), items as (
    select customer_id, order_id, count(*)::integer as n, sum(price_minor)::bigint as price, sum(freight_minor)::bigint as freight from lines group by 1, 2
  ), paid as materialized (
    select customer_id, order_id, method, amount_minor from ${mine('core.payments')}
  ), payments as (
    select customer_id, order_id, count(*)::integer as n, sum(amount_minor)::bigint as amount from paid group by 1, 2
  ), parcels as (
    select customer_id, order_id, min(handed_over_at) as handed_over_at,
      case when bool_and(delivered_at is not null) then max(delivered_at) end as delivered_at,
      case when bool_and(delivered_on is not null) then max(delivered_on) end as delivered_on
    from ${mine('core.shipments')} group by 1, 2
  ), reviewed as (
    select customer_id, order_id, count(*)::integer as n, sum(score)::integer as scores, min(answered_at) as first_answered_at,
      array[count(*) filter (where score = 1), count(*) filter (where score = 2), count(*) filter (where score = 3),
        count(*) filter (where score = 4), count(*) filter (where score = 5)]::integer[] as counts
    from ${mine('core.reviews')} group by 1, 2
  ), neighbours as (
    select customer_id, id, lag(ordered_on) over chain as prev_on, lag(ordered_on, 2) over chain as prev2_on, lead(ordered_on) over chain as next_on,
      valid and row_number() over (partition by customer_id, ordered_on, valid order by ordered_at, external_id collate "C") = 1 as valid_first_of_day
    from placed window chain as (partition by customer_id order by ordered_at, external_id collate "C")
  ), valid_days as (
    select customer_id, ordered_on, lag(ordered_on) over chain as prev_on, lag(ordered_on, 2) over chain as prev2_on, lead(ordered_on) over chain as next_on
    from (select distinct customer_id, ordered_on from placed where valid) days window chain as (partition by customer_id order by ordered_on)
  )
  select o.customer_id, o.id as order_id, o.shop, c.identified, o.status, o.valid, o.ordered_at, o.ordered_on, o.approved_at, d.handed_over_at,
    d.delivered_at, d.delivered_on, o.promised_on, r.first_answered_at,
    extract(epoch from (d.delivered_at at time zone o.zone) - (o.ordered_at at time zone o.zone))::bigint as delivery_seconds,
    o.promised_on - o.ordered_on as promise_days, d.delivered_on - o.promised_on as delay_days,
    case when o.status <> 'delivered' or d.delivered_on is null then 'not_delivered' when o.promised_on is null then 'no_promise'
      when d.delivered_on > o.promised_on then 'late' else 'on_time' end as lateness,
    case when o.status <> 'delivered' or d.delivered_on is null then 'not_delivered' when o.promised_on is null then 'no_promise'
      when d.delivered_on - o.promised_on <= -8 then 'early_8' when d.delivered_on < o.promised_on then 'early_1_7'
      when d.delivered_on = o.promised_on then 'on_day' when d.delivered_on - o.promised_on <= 3 then 'late_1_3'
      when d.delivered_on - o.promised_on <= 7 then 'late_4_7' else 'late_8' end as delay_bucket,
    case when n.prev_on is null then 'first' else 'repeat' end as first_or_repeat, o.currency, o.region_code,
    coalesce(cat.codes, '{}') as categories, coalesce(cat.minors, '{}') as category_minor,
    coalesce(mer.codes, '{}') as merchants, coalesce(mer.minors, '{}') as merchant_minor,
    coalesce(met.codes, '{}') as payment_methods, coalesce(met.minors, '{}') as payment_method_minor,
    coalesce(i.n, 0) as items_count, coalesce(i.price, 0) as items_minor, coalesce(i.freight, 0) as freight_minor,
    coalesce(p.n, 0) as payments_count, coalesce(p.amount, 0) as paid_minor,
    coalesce(r.n, 0) as reviews_count, coalesce(r.scores, 0) as score_sum, coalesce(r.counts, '{0,0,0,0,0}') as score_counts,
    n.prev_on, n.prev2_on, n.next_on, v.prev_on as valid_prev_on, v.prev2_on as valid_prev2_on, v.next_on as valid_next_on, n.valid_first_of_day
  from placed o
  join core.customers c on c.customer_id = o.customer_id
  join neighbours n on n.customer_id = o.customer_id and n.id = o.id
  left join valid_days v on o.valid and v.customer_id = o.customer_id and v.ordered_on = o.ordered_on
  left join items i on i.customer_id = o.customer_id and i.order_id = o.id
  left join ${byCode('lines', 'category', 'price_minor + freight_minor')} cat on cat.customer_id = o.customer_id and cat.order_id = o.id
  left join ${byCode('lines', 'merchant', 'price_minor + freight_minor')} mer on mer.customer_id = o.customer_id and mer.order_id = o.id
  left join payments p on p.customer_id = o.customer_id and p.order_id = o.id
  left join ${byCode('paid', 'method', 'amount_minor')} met on met.customer_id = o.customer_id and met.order_id = o.id
  left join parcels d on d.customer_id = o.customer_id and d.order_id = o.id
  left join reviewed r on r.customer_id = o.customer_id and r.order_id = o.id
  order by o.customer_id, o.id`;
}

export const journeyColumns: readonly string[] = columns;
