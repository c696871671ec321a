/** What a journey is made of. */
export const journeyTables = ['customers', 'orders', 'order_items', 'payments', 'shipments', 'reviews'] as const;
export type JourneyTable = (typeof journeyTables)[number];

/** Where a journey is read from: SQL that stands for a relation, and for the name of the shop's zone. */
export interface JourneyRelations {
  mine(table: JourneyTable): string;
  products: string;
  merchants: string;
  zone: string;
}

const columns = [
  'customer_id', 'order_id', 'shop', 'identified', 'status', 'valid', 'ordered_at', 'ordered_on', 'approved_at', 'handed_over_at',
  'delivered_at', 'delivered_on', 'promised_on', 'first_answered_at', 'delivery_seconds', 'promise_days', 'delay_days', 'lateness',
  'delay_bucket', 'first_or_repeat', 'currency', 'region_code', 'categories', 'category_minor', 'merchants', 'merchant_minor',
  'payment_methods', 'payment_method_minor', 'items_count', 'items_minor', 'freight_minor', 'payments_count', 'paid_minor',
  'reviews_count', 'score_sum', 'score_counts', 'prev_on', 'prev2_on', 'next_on', 'valid_prev_on', 'valid_prev2_on', 'valid_next_on',
  'valid_first_of_day',
]; // prettier-ignore

/** An order's lines by one code, as parallel arrays in code order (C collation: the same on every machine), with their sums. */
function byCode(from: string, code: string, minor: string, sums: string): string {
  const names = sums.split(', ');
  return `(select customer_id, order_id, array_agg(code order by code collate "C") as codes, array_agg(minor order by code collate "C") as minors,
      sum(n)::integer as n${names.map((name) => `, sum(${name})::bigint as ${name}`).join('')}
    from (select customer_id, order_id, ${code} as code, sum(${minor})::bigint as minor, count(*) as n${names.map((name) => `, sum(${name}) as ${name}`).join('')}
      from ${from} l group by 1, 2, 3) lines
    group by 1, 2)`;
}

/**
 * One wide row an order, from core alone. Deleted rows are left out. A day is the shop's day, decided at load; durations are
 * differences on the shop's wall clock. `mine` names the live rows of a core table in scope. Within a customer's chain the day never falls, so the last valid day before an order
 * tells whether it is the first of its day.
 */
export function orderJourneySelect({ mine, products, merchants, zone }: JourneyRelations): string {
  return `
  with placed as materialized (
    select o.*, count(*) over customer as orders_of_customer, lag(ordered_on) over chain as prev_on, lag(ordered_on, 2) over chain as prev2_on,
      lead(ordered_on) over chain as next_on,
      valid and ordered_on is distinct from max(ordered_on) filter (where valid) over (chain rows between unbounded preceding and 1 preceding) as valid_first_of_day
    from (select *, status not in ('canceled', 'unavailable') as valid from ${mine('orders')} placed) o
    window customer as (partition by customer_id), chain as (partition by customer_id order by ordered_at, external_id collate "C")
  ), lines as materialized (
    select i.customer_id, i.order_id, coalesce(p.category_code, '') as category, coalesce(m.external_id, '') as merchant, i.price_minor, i.freight_minor
    from ${mine('order_items')} i
    left join ${products} p on p.id = i.product_id left join ${merchants} m on m.id = i.merchant_id
  ), parcels as (
    select customer_id, order_id, min(handed_over_at) as handed_over_at,
      case when bool_and(delivered_at is not null) then max(delivered_at) end as delivered_at,
      case when bool_and(delivered_on is not null) then max(delivered_on) end as delivered_on
    from ${mine('shipments')} s group by 1, 2
  ), reviewed as (
    select customer_id, order_id, count(*)::integer as n, sum(score)::integer as scores, min(answered_at) as first_answered_at,
      array[count(*) filter (where score = 1), count(*) filter (where score = 2), count(*) filter (where score = 3),
        count(*) filter (where score = 4), count(*) filter (where score = 5)]::integer[] as counts
    from ${mine('reviews')} r group by 1, 2
  ), valid_days as (
    select customer_id, ordered_on, lag(ordered_on) over chain as prev_on, lag(ordered_on, 2) over chain as prev2_on, lead(ordered_on) over chain as next_on
    from placed where valid_first_of_day and orders_of_customer > 1 window chain as (partition by customer_id order by ordered_on)
  )
  select o.customer_id, o.id as order_id, o.shop, guest.customer_id is null as identified, o.status, o.valid, o.ordered_at, o.ordered_on, o.approved_at,
    d.handed_over_at, d.delivered_at, d.delivered_on, o.promised_on, r.first_answered_at,
    extract(epoch from (d.delivered_at at time zone ${zone}) - (o.ordered_at at time zone ${zone}))::bigint as delivery_seconds,
    o.promised_on - o.ordered_on as promise_days, d.delivered_on - o.promised_on as delay_days,
    case when o.status <> 'delivered' or d.delivered_on is null then 'not_delivered' when o.promised_on is null then 'no_promise'
      when d.delivered_on > o.promised_on then 'late' else 'on_time' end as lateness,
    case when o.status <> 'delivered' or d.delivered_on is null then 'not_delivered' when o.promised_on is null then 'no_promise'
      when d.delivered_on - o.promised_on <= -8 then 'early_8' when d.delivered_on < o.promised_on then 'early_1_7'
      when d.delivered_on = o.promised_on then 'on_day' when d.delivered_on - o.promised_on <= 3 then 'late_1_3'
      when d.delivered_on - o.promised_on <= 7 then 'late_4_7' else 'late_8' end as delay_bucket,
    case when o.prev_on is null then 'first' else 'repeat' end as first_or_repeat, o.currency, o.region_code,
    coalesce(cat.codes, '{}') as categories, coalesce(cat.minors, '{}') as category_minor,
    coalesce(mer.codes, '{}') as merchants, coalesce(mer.minors, '{}') as merchant_minor,
    coalesce(met.codes, '{}') as payment_methods, coalesce(met.minors, '{}') as payment_method_minor,
    coalesce(cat.n, 0) as items_count, coalesce(cat.price_minor, 0) as items_minor, coalesce(cat.freight_minor, 0) as freight_minor,
    coalesce(met.n, 0) as payments_count, coalesce(met.amount_minor, 0) as paid_minor,
    coalesce(r.n, 0) as reviews_count, coalesce(r.scores, 0) as score_sum, coalesce(r.counts, '{0,0,0,0,0}') as score_counts,
    o.prev_on, o.prev2_on, o.next_on, v.prev_on as valid_prev_on, v.prev2_on as valid_prev2_on, v.next_on as valid_next_on, o.valid_first_of_day
  from placed o
  left join (select customer_id from ${mine('customers')} c where not identified) guest on guest.customer_id = o.customer_id
  left join valid_days v on o.valid and v.customer_id = o.customer_id and v.ordered_on = o.ordered_on
  left join ${byCode('lines', 'category', 'price_minor + freight_minor', 'price_minor, freight_minor')} cat on cat.customer_id = o.customer_id and cat.order_id = o.id
  left join ${byCode('lines', 'merchant', 'price_minor + freight_minor', 'price_minor')} mer on mer.customer_id = o.customer_id and mer.order_id = o.id
  left join ${byCode(mine('payments'), 'method', 'amount_minor', 'amount_minor')} met on met.customer_id = o.customer_id and met.order_id = o.id
  left join parcels d on d.customer_id = o.customer_id and d.order_id = o.id
  left join reviewed r on r.customer_id = o.customer_id and r.order_id = o.id
  order by o.customer_id, o.id`;
}

export const journeyColumns: readonly string[] = columns;
