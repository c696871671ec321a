import { asking, contacting, notifying, scanning } from './contact.ts';
import { compensating, paying, returning } from './money.ts';
import { said, type JourneyPart } from './part.ts';
import { browsing, ranking } from './standing.ts';
import type { JourneyInputs } from '../relations.ts';

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

/** Every column of order_journey with the expression that gives it. */
export function columnsOf(from: JourneyInputs): Record<string, string> {
  const seconds = `extract(epoch from (d.delivered_at at time zone ${from.zone}) - (o.ordered_at at time zone ${from.zone}))::bigint`;
  return { ...plainColumns, delivery_seconds: seconds, ...furtherColumns(from) };
}
