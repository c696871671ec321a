import type { Part } from './part.ts';

/** Orders, payments and parcels of a customer. `customer` is an SQL expression, so one text serves one customer and a list. */
export function eventsOfOrders(customer: string): Part[] {
  const where = `o.customer_id = ${customer} and o.deleted_at is null`;
  const orders = 'core.orders o join core.shops s on s.shop = o.shop';
  const childOf = (table: string, alias: string): string =>
    `${orders} join ${table} ${alias} on ${alias}.customer_id = o.customer_id and ${alias}.order_id = o.id and ${alias}.deleted_at is null`;
  const endOfPromisedDay = `(((o.promised_on + 1)::timestamp at time zone s.zone) - interval '1 second')`;
  const delivered = `(select min(d.delivered_on) from core.shipments d where d.customer_id = o.customer_id and d.order_id = o.id and d.deleted_at is null)`;
  const ofOrder = { stage: 'IN_SALE', shop: 'o.shop', order: 'o.id', where };
  return [
    {
      ...ofOrder,
      ref: 'o.id',
      from: orders,
      moments: [
        {
          kind: 'ORDER_PLACED',
          rank: 10,
          at: 'o.ordered_at',
          facts: `jsonb_build_object('status', o.status, 'order', o.external_id)`,
        },
        { kind: 'ORDER_APPROVED', rank: 30, at: 'o.approved_at' },
        {
          kind: 'ORDER_CANCELED',
          rank: 35,
          at: 'o.canceled_at',
          facts: `jsonb_build_object('cause', o.cancel_cause)`,
        },
        {
          kind: 'PROMISE_DUE',
          rank: 60,
          at: endOfPromisedDay,
          facts: `jsonb_build_object('kept', case
            when o.status in ('canceled', 'unavailable') then null
            when ${delivered} <= o.promised_on then true
            when ${delivered} is not null or o.promised_on <= s.as_of then false end)`,
        },
      ],
    },
    {
      ...ofOrder,
      ref: 'p.id',
      minor: 'p.amount_minor',
      from: childOf('core.payments', 'p'),
      moments: [
        {
          kind: `(case p.outcome when 'failed' then 'PAYMENT_FAILED' else 'PAYMENT' end)`,
          rank: 20,
          at: 'coalesce(p.paid_at, p.attempted_at, o.ordered_at)',
          facts: `jsonb_build_object('method', p.method, 'installments', p.installments, 'kind', p.kind)`,
        },
        { kind: 'CHARGED_BACK', rank: 25, stage: 'AFTER_SALE', at: 'p.charged_back_at' },
      ],
    },
    {
      ...ofOrder,
      ref: 'h.id',
      shipment: 'h.id',
      from: childOf('core.shipments', 'h'),
      moments: [
        {
          kind: 'HANDED_OVER',
          rank: 40,
          at: 'h.handed_over_at',
          facts: `(select jsonb_build_object('carrier', h.carrier_code, 'en', c.label_en, 'zh', c.label_zh) from (select) x left join core.carriers c on c.shop = h.shop and c.code = h.carrier_code)`,
        },
        {
          kind: 'DELIVERED',
          rank: 50,
          at: 'h.delivered_at',
          promised: `coalesce(h.promised_at, ${endOfPromisedDay})`,
          kept: 'h.delivered_at',
          facts: `jsonb_build_object('days', h.delivered_on - coalesce((h.promised_at at time zone s.zone)::date, o.promised_on), 'exact', h.promised_at is not null)`,
        },
      ],
    },
    {
      stage: 'IN_SALE',
      ref: 'n.id',
      shop: 'o.shop',
      order: 'o.id',
      shipment: 'n.shipment_id',
      // Scans lie in a table a month, each of which is asked once for the customer instead of once for every parcel.
      from: `(select * from core.tracking_events e where e.customer_id = ${customer} and e.deleted_at is null
          and e.kind in ('attempt_failed', 'damaged', 'lost', 'delayed', 'returned') offset 0) n
        cross join lateral (select o.id, o.shop from core.shipments h join core.orders o on o.customer_id = h.customer_id and o.id = h.order_id
          where h.customer_id = n.customer_id and h.id = n.shipment_id and h.deleted_at is null and o.deleted_at is null offset 0) o`,
      where: 'true',
      moments: [
        {
          kind: 'PARCEL_EXCEPTION',
          rank: 45,
          at: 'n.occurred_at',
          facts: `jsonb_build_object('kind', n.kind, 'detail', n.detail)`,
        },
      ],
    },
  ];
}
