/**
 * The events of one customer as rows of one shape: kind, rank (the order of events at one instant), at, the row they come from,
 * and `facts` for the words. `customer` is an SQL expression, so the same text serves one customer and a list of them.
 */
export function eventsOf(customer: string): string {
  const order = `core.orders o join core.shops s on s.shop = o.shop where o.customer_id = ${customer} and o.deleted_at is null`;
  const childOf = (table: string, alias: string): string =>
    `core.orders o join core.shops s on s.shop = o.shop join ${table} ${alias} on ${alias}.customer_id = o.customer_id and ${alias}.order_id = o.id and ${alias}.deleted_at is null
     where o.customer_id = ${customer} and o.deleted_at is null`;
  const onTime = `(select min(d.delivered_on) from core.shipments d where d.customer_id = o.customer_id and d.order_id = o.id and d.deleted_at is null)`;
  return `
    select 'ORDER_PLACED' as kind, 1 as rank, o.ordered_at as at, o.id as ref, o.id as order_id, s.zone, json_build_object('status', o.status, 'order', o.external_id) as facts from ${order}
    union all
    select 'PAYMENT', 2, coalesce(p.paid_at, o.ordered_at), p.id, o.id, s.zone,
      json_build_object('method', p.method, 'installments', p.installments, 'minor', p.amount_minor, 'currency', o.currency) from ${childOf('core.payments', 'p')}
    union all
    select 'ORDER_APPROVED', 3, o.approved_at, o.id, o.id, s.zone, null from ${order} and o.approved_at is not null
    union all
    select 'HANDED_OVER', 4, h.handed_over_at, h.id, o.id, s.zone, json_build_object('carrier', h.carrier_code) from ${childOf('core.shipments', 'h')} and h.handed_over_at is not null
    union all
    select 'DELIVERED', 5, d.delivered_at, d.id, o.id, s.zone, json_build_object('delay', d.delivered_on - o.promised_on) from ${childOf('core.shipments', 'd')} and d.delivered_at is not null
    union all
    select 'PROMISE_DUE', 6, ((o.promised_on + 1)::timestamp at time zone s.zone) - interval '1 second', o.id, o.id, s.zone,
      json_build_object('kept', case
        when o.status in ('canceled', 'unavailable') then null
        when ${onTime} <= o.promised_on then true
        when ${onTime} is not null or o.promised_on <= s.as_of then false end) from ${order} and o.promised_on is not null
    union all
    select 'REVIEW_INVITED', 7, v.invited_at, v.id, o.id, s.zone, null from ${childOf('core.reviews', 'v')} and v.invited_at is not null
    union all
    select 'REVIEW_ANSWERED', 8, v.answered_at, v.id, o.id, s.zone, json_build_object('score', v.score, 'message', v.message) from ${childOf('core.reviews', 'v')} and v.answered_at is not null`;
}
