import { columnsOf } from './order/columns.ts';
import { asking, contacting, notifying, scanning } from './order/contact.ts';
import { compensating, paying, returning } from './order/money.ts';
import { partJoin, type JourneyPart } from './order/part.ts';
import { browsing, loyaltyCtes, ranking } from './order/standing.ts';
import type { JourneyInputs } from './relations.ts';

const parts: readonly JourneyPart[] = [
  paying,
  returning,
  compensating,
  contacting,
  asking,
  notifying,
  scanning,
  ranking,
  browsing,
];

/** An order's lines by one code, as parallel arrays in code order (C collation: the same on every machine), with their sums. */
function byCode(from: string, code: string, minor: string, sums: readonly string[]): string {
  const summed = sums.map((name) => `, sum(${name}) as ${name}`).join('');
  return `(select customer_id, order_id, array_agg(code order by code) as codes, array_agg(minor order by code) as minors,
      sum(n)::integer as n${sums.map((name) => `, sum(${name})::bigint as ${name}`).join('')}
    from (select customer_id, order_id, ${code} collate "C" as code, sum(${minor})::bigint as minor, count(*) as n${summed}
      from ${from} l group by 1, 2, 3) lines
    group by 1, 2)`;
}

/** The order's parcels; of the one that came last also what it was, where the source says so. */
function parcels({ mine, traits }: JourneyInputs): string {
  const last = (column: string) =>
    `(array_agg(${column} order by delivered_at desc nulls first, handed_over_at desc nulls first, external_id collate "C" desc))[1] as ${column}`;
  const told = ['carrier_code', 'station_code', 'delivery_option', 'service_level'].map(last).join(', ');
  return `select customer_id, order_id, min(handed_over_at) as handed_over_at,
      case when bool_and(delivered_at is not null) then max(delivered_at) end as delivered_at,
      case when bool_and(delivered_on is not null) then max(delivered_on) end as delivered_on
      ${traits.has('parcels_told') ? `, ${told}, sum(cost_minor)::bigint as cost_minor, bool_or(coalesce(outcome = 'lost', false)) as lost` : ''}
    from ${mine('shipments')} s group by 1, 2`;
}

/** What the journey needs of an order; carrying whole rows through two sorts would cost a tenth of it. */
const orderColumns = `customer_id, id, shop, external_id, status, ordered_at, ordered_on, approved_at, promised_on, currency, region_code,
  service_level, origin, canceled_at, cancel_cause`;

/**
 * One wide row an order, from core alone. Deleted rows are left out. A day is the shop's day, decided at load; the delivery's
 * duration is a difference on the shop's wall clock. `mine` names the live rows of a core table in scope. Within a customer's chain
 * the day never falls, so the last valid day before an order tells whether it is the first of its day.
 */
export function orderJourneySelect(from: JourneyInputs): string {
  const { mine, products, merchants, traits } = from;
  const sums = [
    'price_minor',
    'freight_minor',
    'quantity',
    ...(traits.has('lines_checked') ? ['checked', 'mispicked'] : []),
  ];
  const money = `(select * from ${mine('payments')} tried where outcome <> 'failed')`;
  return `
  with placed as materialized (
    select o.*, count(*) over customer as orders_of_customer, lag(ordered_on) over chain as prev_on, lag(ordered_on, 2) over chain as prev2_on,
      lead(ordered_on) over chain as next_on,
      valid and ordered_on is distinct from max(ordered_on) filter (where valid) over (chain rows between unbounded preceding and 1 preceding) as valid_first_of_day
    from (select ${orderColumns}, status not in ('canceled', 'unavailable') as valid from ${mine('orders')} placed) o
    window customer as (partition by customer_id), chain as (partition by customer_id order by ordered_at, external_id collate "C")
  ), lines as materialized (
    select i.customer_id, i.order_id, coalesce(p.category_code, '') as category, coalesce(m.external_id, '') as merchant, i.price_minor, i.freight_minor, i.quantity,
      (i.picked_right is not null)::integer as checked, (i.picked_right is false)::integer as mispicked
    from ${mine('order_items')} i
    left join ${products} p on p.id = i.product_id left join ${merchants} m on m.id = i.merchant_id
  ), parcels as (
    ${parcels(from)}
  ), reviewed as (
    select customer_id, order_id, count(*)::integer as n, sum(score)::integer as scores, min(answered_at) as first_answered_at,
      array[count(*) filter (where score = 1), count(*) filter (where score = 2), count(*) filter (where score = 3),
        count(*) filter (where score = 4), count(*) filter (where score = 5)]::integer[] as counts
    from ${mine('reviews')} r group by 1, 2
  ), valid_days as (
    select customer_id, ordered_on, lag(ordered_on) over chain as prev_on, lag(ordered_on, 2) over chain as prev2_on, lead(ordered_on) over chain as next_on
    from placed where valid_first_of_day and orders_of_customer > 1 window chain as (partition by customer_id order by ordered_on)
  ), ${loyaltyCtes}
  select ${Object.entries(columnsOf(from))
    .map(([name, value]) => `${value} as ${name}`)
    .join(', ')}
  from placed o
  left join (select customer_id from ${mine('customers')} c where not identified) guest on guest.customer_id = o.customer_id
  left join valid_days v on o.valid and v.customer_id = o.customer_id and v.ordered_on = o.ordered_on
  left join loyal ly on ly.customer_id = o.customer_id and ly.ordered_on = o.ordered_on
  left join ${byCode('lines', 'category', 'price_minor + freight_minor', sums)} cat on cat.customer_id = o.customer_id and cat.order_id = o.id
  left join ${byCode('lines', 'merchant', 'price_minor + freight_minor', ['price_minor'])} mer on mer.customer_id = o.customer_id and mer.order_id = o.id
  left join ${byCode(money, 'method', 'amount_minor', ['amount_minor'])} met on met.customer_id = o.customer_id and met.order_id = o.id
  left join parcels d on d.customer_id = o.customer_id and d.order_id = o.id
  left join reviewed r on r.customer_id = o.customer_id and r.order_id = o.id
  ${traits.has('calendar_events') ? `left join ${from.peakDays} pk on pk.day = o.ordered_on` : ''}
  ${parts
    .map((part) => partJoin(part, from))
    .filter((text) => text !== '')
    .join('\n  ')}
  order by o.customer_id, o.id`;
}

const NOTHING_TOLD: JourneyInputs = {
  mine: (table) => table,
  products: '',
  merchants: '',
  zone: '',
  traits: new Set(),
  peakDays: '',
  parcelScans: '',
};

export const journeyColumns: readonly string[] = Object.keys(columnsOf(NOTHING_TOLD));
