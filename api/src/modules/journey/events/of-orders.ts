import type { Part } from './part.ts';

/** Orders, payments and parcels of a customer. `customer` is an SQL expression, so one text serves one customer and a list. */
export function eventsOfOrders(customer: string): Part[] {
  const order = `from core.orders o join core.shops s on s.shop = o.shop where o.customer_id = ${customer} and o.deleted_at is null`;
  const childOf = (table: string, alias: string): string =>
    `from core.orders o join core.shops s on s.shop = o.shop join ${table} ${alias} on ${alias}.customer_id = o.customer_id and ${alias}.order_id = o.id and ${alias}.deleted_at is null
     where o.customer_id = ${customer} and o.deleted_at is null`;
  const ofOrder = { stage: 'IN_SALE', ref: 'o.id', shop: 'o.shop', order: 'o.id' };
  const payment = { stage: 'IN_SALE', ref: 'p.id', shop: 'o.shop', order: 'o.id', minor: 'p.amount_minor' };
  const parcel = { stage: 'IN_SALE', ref: 'h.id', shop: 'o.shop', order: 'o.id', shipment: 'h.id' };
  const endOfPromisedDay = `(((o.promised_on + 1)::timestamp at time zone s.zone) - interval '1 second')`;
  const promised = `coalesce(h.promised_at, ${endOfPromisedDay})`;
  const delivered = `(select min(d.delivered_on) from core.shipments d where d.customer_id = o.customer_id and d.order_id = o.id and d.deleted_at is null)`;
  return [
    {
      ...ofOrder,
      kind: 'ORDER_PLACED',
      rank: 10,
      at: 'o.ordered_at',
      facts: `jsonb_build_object('status', o.status, 'order', o.external_id)`,
      from: order,
    },
    {
      ...payment,
      kind: `(case p.outcome when 'failed' then 'PAYMENT_FAILED' else 'PAYMENT' end)`,
      rank: 20,
      at: 'coalesce(p.paid_at, p.attempted_at, o.ordered_at)',
      facts: `jsonb_build_object('method', p.method, 'installments', p.installments, 'kind', p.kind)`,
      from: childOf('core.payments', 'p'),
    },
    {
      ...payment,
      stage: 'AFTER_SALE',
      kind: 'CHARGED_BACK',
      rank: 25,
      at: 'p.charged_back_at',
      from: `${childOf('core.payments', 'p')} and p.charged_back_at is not null`,
    },
    {
      ...ofOrder,
      kind: 'ORDER_APPROVED',
      rank: 30,
      at: 'o.approved_at',
      from: `${order} and o.approved_at is not null`,
    },
    {
      ...ofOrder,
      kind: 'ORDER_CANCELED',
      rank: 35,
      at: 'o.canceled_at',
      facts: `jsonb_build_object('cause', o.cancel_cause)`,
      from: `${order} and o.canceled_at is not null`,
    },
    {
      ...parcel,
      kind: 'HANDED_OVER',
      rank: 40,
      at: 'h.handed_over_at',
      facts: `(select jsonb_build_object('carrier', h.carrier_code, 'en', c.label_en, 'zh', c.label_zh) from (select) x left join core.carriers c on c.shop = h.shop and c.code = h.carrier_code)`,
      from: `${childOf('core.shipments', 'h')} and h.handed_over_at is not null`,
    },
    {
      ...parcel,
      kind: 'PARCEL_EXCEPTION',
      rank: 45,
      at: 't.occurred_at',
      ref: 't.id',
      facts: `jsonb_build_object('kind', t.kind, 'detail', t.detail)`,
      from: `from core.orders o join core.shipments h on h.customer_id = o.customer_id and h.order_id = o.id and h.deleted_at is null
        join core.tracking_events t on t.customer_id = h.customer_id and t.shipment_id = h.id and t.deleted_at is null
        where o.customer_id = ${customer} and o.deleted_at is null and t.kind in ('attempt_failed', 'damaged', 'lost', 'delayed', 'returned')`,
    },
    {
      ...parcel,
      kind: 'DELIVERED',
      rank: 50,
      at: 'h.delivered_at',
      promised,
      kept: 'h.delivered_at',
      facts: `jsonb_build_object('days', h.delivered_on - coalesce((h.promised_at at time zone s.zone)::date, o.promised_on), 'exact', h.promised_at is not null)`,
      from: `${childOf('core.shipments', 'h')} and h.delivered_at is not null`,
    },
    {
      ...ofOrder,
      kind: 'PROMISE_DUE',
      rank: 60,
      at: endOfPromisedDay,
      facts: `jsonb_build_object('kept', case
        when o.status in ('canceled', 'unavailable') then null
        when ${delivered} <= o.promised_on then true
        when ${delivered} is not null or o.promised_on <= s.as_of then false end)`,
      from: `${order} and o.promised_on is not null`,
    },
  ];
}
