import { asking, contacting, notifying, scanning } from './order/contact.ts';
import { compensating, paying, returning } from './order/money.ts';
import { partJoin, said, type JourneyPart } from './order/part.ts';
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

const lateness = `case when o.status <> 'delivered' or d.delivered_on is null then 'not_delivered' when o.promised_on is null then 'no_promise'
      when d.delivered_on > o.promised_on then 'late' else 'on_time' end`;

/** Codes of failures, in alphabetical order, each with the condition under which the order suffered it. */
function failures(from: JourneyInputs, damaged: string, lost: string): Map<string, string> {
  const named = (code: string) =>
    [returning, contacting].flatMap((part) =>
      from.traits.has(part.needs) ? [`'${code}' = any (${said(part, from, 'failures')})`] : [],
    );
  const anyOf = (...conditions: string[]) => conditions.filter((text) => text !== 'false').join(' or ') || 'false';
  const mispicked = from.traits.has('lines_checked') ? 'coalesce(cat.mispicked, 0) > 0' : 'false';
  return new Map([
    ['damaged', anyOf(damaged, ...named('damaged'))],
    ['late', `${lateness} = 'late'`],
    ['lost', anyOf(lost, ...named('lost'))],
    ['not_as_described', anyOf(...named('not_as_described'))],
    ['quality', anyOf(...named('quality'))],
    ['wrong_item', anyOf(mispicked, ...named('wrong_item'))],
  ]);
}

function failureColumns(from: JourneyInputs, damaged: string, lost: string): Record<string, string> {
  const suffered = [...failures(from, damaged, lost)].filter(([, condition]) => condition !== 'false');
  const compensated = suffered.map(
    ([code, condition]) => `((${condition}) and '${code}' = any (${said(compensating, from, 'failures')}))::integer`,
  );
  return {
    failures: `array_remove(array[${suffered.map(([code, condition]) => `case when ${condition} then '${code}' end`).join(', ')}], null)`,
    compensated_failures: from.traits.has('compensations') ? compensated.join(' + ') : '0',
  };
}

/** What the further feeds and the finer columns of the plain ones say of an order. */
function furtherColumns(from: JourneyInputs): Record<string, string> {
  const { traits } = from;
  const own = (part: JourneyPart, ...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, said(part, from, name)]));
  const ofParcel = (column: string) => (traits.has('parcels_told') ? `d.${column}` : 'null::text');
  const counted = (column: string) => (traits.has('lines_checked') ? `coalesce(cat.${column}, 0)::integer` : '0');
  const damaged = said(scanning, from, 'damaged');
  const lost = traits.has('parcels_told')
    ? `(${said(scanning, from, 'lost')} or coalesce(d.lost, false))`
    : said(scanning, from, 'lost');
  const serviceCosts = [contacting, returning]
    .filter((part) => traits.has(part.needs))
    .map((part) => `${part.alias}.cost_minor`);
  return {
    service_level: traits.has('parcels_told') ? 'coalesce(o.service_level, d.service_level)' : 'o.service_level',
    origin: 'o.origin',
    carrier_code: ofParcel('carrier_code'),
    station_code: ofParcel('station_code'),
    delivery_option: ofParcel('delivery_option'),
    cancel_cause: 'o.cancel_cause',
    canceled_at: 'o.canceled_at',
    ...own(paying, 'paid_at', 'payment_failures', 'charged_back', 'deposit_paid_at', 'balance_paid_at'),
    payment_attempts: traits.has(paying.needs) ? said(paying, from, 'payment_attempts') : 'coalesce(met.n, 0)',
    units: 'coalesce(cat.quantity, 0)::integer',
    items_checked: counted('checked'),
    items_mispicked: counted('mispicked'),
    ...own(scanning, 'first_scan_at', 'first_attempt_at'),
    damaged,
    lost,
    ...own(contacting, 'first_contact_at', 'cases_count', 'wismo_count', 'complaints_count', 'first_complaint_at'),
    csat_sum: `${said(contacting, from, 'csat_sum')} + ${said(asking, from, 'csat_sum')}`,
    csat_count: `${said(contacting, from, 'csat_count')} + ${said(asking, from, 'csat_count')}`,
    ...own(asking, 'nps_score'),
    ...own(returning, 'returns_count', 'first_return_at', 'returned_units', 'quality_returns', 'first_return_reason', 'refunded_minor', 'refunded_at'),
    ...own(compensating, 'compensations_count', 'compensated_minor', 'first_compensated_at'),
    ...own(notifying, 'delay_notified_at'),
    delay_notified_first: `case when o.valid and o.promised_on is not null and coalesce(d.delivered_on > o.promised_on, true)
      then coalesce(${said(notifying, from, 'delay_notified_at')} < coalesce(${said(contacting, from, 'first_contact_at')}, 'infinity'), false) end`,
    ...failureColumns(from, damaged, lost),
    negative_feedback: `(coalesce(r.counts[1] + r.counts[2], 0) + ${said(returning, from, 'quality_returns')} + ${said(contacting, from, 'complaints_count')}) > 0`,
    delivery_cost_minor: traits.has('parcels_told') ? 'd.cost_minor' : 'null::bigint',
    service_cost_minor:
      serviceCosts.length === 2
        ? `case when num_nonnulls(${serviceCosts.join(', ')}) > 0 then ${serviceCosts.map((cost) => `coalesce(${cost}, 0)`).join(' + ')} end`
        : (serviceCosts[0] ?? 'null::bigint'),
    ...own(browsing, 'first_touch_at', 'reviews_read'),
    ...own(ranking, 'tier'),
    loyalty: `coalesce(ly.loyalty, 'new')`,
    loyal_until: 'case when o.valid_first_of_day then ly.loyal_until end',
    peak: traits.has('calendar_events') ? `case when pk.day is null then 'normal' else 'peak' end` : `'normal'`,
  }; // prettier-ignore
}

/** What the journey needs of an order; carrying whole rows through two sorts would cost a tenth of it. */
const orderColumns = `customer_id, id, shop, external_id, status, ordered_at, ordered_on, approved_at, promised_on, currency, region_code,
  service_level, origin, canceled_at, cancel_cause`;

const plainColumns: Readonly<Record<string, string>> = {
  customer_id: 'o.customer_id',
  order_id: 'o.id',
  shop: 'o.shop',
  identified: 'guest.customer_id is null',
  status: 'o.status',
  valid: 'o.valid',
  ordered_at: 'o.ordered_at',
  ordered_on: 'o.ordered_on',
  approved_at: 'o.approved_at',
  handed_over_at: 'd.handed_over_at',
  delivered_at: 'd.delivered_at',
  delivered_on: 'd.delivered_on',
  promised_on: 'o.promised_on',
  first_answered_at: 'r.first_answered_at',
  promise_days: 'o.promised_on - o.ordered_on',
  delay_days: 'd.delivered_on - o.promised_on',
  lateness,
  delay_bucket: `case when o.status <> 'delivered' or d.delivered_on is null then 'not_delivered' when o.promised_on is null then 'no_promise'
      when d.delivered_on - o.promised_on <= -8 then 'early_8' when d.delivered_on < o.promised_on then 'early_1_7'
      when d.delivered_on = o.promised_on then 'on_day' when d.delivered_on - o.promised_on <= 3 then 'late_1_3'
      when d.delivered_on - o.promised_on <= 7 then 'late_4_7' else 'late_8' end`,
  first_or_repeat: `case when o.prev_on is null then 'first' else 'repeat' end`,
  currency: 'o.currency',
  region_code: 'o.region_code',
  categories: `coalesce(cat.codes, '{}')`,
  category_minor: `coalesce(cat.minors, '{}')`,
  merchants: `coalesce(mer.codes, '{}')`,
  merchant_minor: `coalesce(mer.minors, '{}')`,
  payment_methods: `coalesce(met.codes, '{}')`,
  payment_method_minor: `coalesce(met.minors, '{}')`,
  items_count: 'coalesce(cat.n, 0)',
  items_minor: 'coalesce(cat.price_minor, 0)',
  freight_minor: 'coalesce(cat.freight_minor, 0)',
  payments_count: 'coalesce(met.n, 0)',
  paid_minor: 'coalesce(met.amount_minor, 0)',
  reviews_count: 'coalesce(r.n, 0)',
  score_sum: 'coalesce(r.scores, 0)',
  score_counts: `coalesce(r.counts, '{0,0,0,0,0}')`,
  prev_on: 'o.prev_on',
  prev2_on: 'o.prev2_on',
  next_on: 'o.next_on',
  valid_prev_on: 'v.prev_on',
  valid_prev2_on: 'v.prev2_on',
  valid_next_on: 'v.next_on',
  valid_first_of_day: 'o.valid_first_of_day',
};

function columnsOf(from: JourneyInputs): Record<string, string> {
  const seconds = `extract(epoch from (d.delivered_at at time zone ${from.zone}) - (o.ordered_at at time zone ${from.zone}))::bigint`;
  return { ...plainColumns, delivery_seconds: seconds, ...furtherColumns(from) };
}

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
