import { count, mean, per10k, percentile, seconds, share, type Asked } from './form.ts';

const delivered = 'r.delivered_at is not null';
const DAY = 86_400;
// The shop's wall clock, whatever it did to its hands on the way.
const onItsWay = `extract(epoch from (r.delivered_at at time zone r.zone) - (r.ordered_at at time zone r.zone))`;
const cameInTime = `r.status = 'delivered' and r.delivered_on <= r.promised_on`;
const due = 'r.valid and r.promised_on <= r.as_of';
const scanned = 'r.scans > 0';
const intime =
  'case when r.promised_at is not null then r.delivered_at <= r.promised_at else r.delivered_on <= r.promised_on end';
const overdue = (day: string): string => `r.valid and r.${day} <= r.as_of`;
const within = (hours: number): string => `r.picked_up_at <= r.paid_at + interval '${hours} hours'`;
const exception = `r.kinds && '{damaged,lost,delayed,returned}' or r.first_attempt = 'attempt_failed' or r.outcome in ('lost', 'returned')`;

export const promise: Readonly<Record<string, Asked>> = {
  ON_TIME_DELIVERY_RATE: share(
    'asked.orders',
    'ordered_on',
    'r.delivered_on <= r.promised_on',
    `r.status = 'delivered' and r.delivered_on is not null and r.promised_on is not null`,
  ),
  PROMISE_KEPT_RATE: share('asked.orders', 'promised_on', cameInTime, due),
  DELIVERY_DAYS_MEAN: mean('asked.orders', 'ordered_on', onItsWay, `r.status = 'delivered' and ${delivered}`, DAY),
  DELIVERY_DAYS_P50: percentile(
    'asked.orders',
    'ordered_on',
    onItsWay,
    0.5,
    DAY,
    `r.status = 'delivered' and ${delivered}`,
  ),
  DELIVERY_DAYS_P90: percentile(
    'asked.orders',
    'ordered_on',
    onItsWay,
    0.9,
    DAY,
    `r.status = 'delivered' and ${delivered}`,
  ),
  PROMISED_DAYS_P50: percentile(
    'asked.orders',
    'ordered_on',
    '(r.promised_on - r.ordered_on)',
    0.5,
    1,
    'r.promised_on is not null',
  ),
  DELIVERED_RATE: share('asked.orders', 'ordered_on', `r.status = 'delivered'`),
  DELAY_NOTIFIED_FIRST_RATE: share(
    'asked.orders',
    'promised_on',
    'r.noticed_at < coalesce(r.first_contact_at, $$infinity$$)',
    `${due} and (r.delivered_on is null or r.delivered_on > r.promised_on)`,
  ),
  OTIF: share('asked.orders', 'promised_on', `${cameInTime} and r.mispicked = 0 and not r.lost`, due),
  PARCELS: count('asked.parcels', 'ordered_on'),
  PARCEL_ON_TIME_RATE: share('asked.parcels', 'due_on', intime, overdue('due_on')),
  FIRST_ATTEMPT_RATE: share(
    'asked.parcels',
    'attempt_on',
    `r.first_attempt = 'delivered'`,
    'r.first_attempt is not null',
  ),
  FIRST_ATTEMPT_ON_TIME_RATE: share(
    'asked.parcels',
    'attempt_on',
    'case when r.promised_at is not null then r.attempt_at <= r.promised_at else r.attempt_on <= r.promised_on end',
    'r.promised_at is not null or r.promised_on is not null',
  ),
  PROMISE_COVERAGE: share('asked.parcels', 'ordered_on', 'r.due_on is not null'),
  DELIVERY_RATE: share(
    'asked.parcels',
    'picked_up_on',
    'r.delivered_at is not null',
    `r.waybill is not null and ${scanned}`,
  ),
  VALID_TRACKING_RATE: share('asked.parcels', 'picked_up_on', `r.waybill is not null and ${scanned}`),
  PICKUP_48H_RATE: share('asked.parcels', 'over_48h_on', within(48), overdue('over_48h_on')),
  PICKUP_24H_RATE: share('asked.parcels', 'over_24h_on', within(24), overdue('over_24h_on')),
  LATE_SHIPMENT_RATE: share(
    'asked.parcels',
    'over_48h_on',
    `(coalesce(r.handed_over_at, r.first_scan_at) <= r.paid_at + interval '48 hours') is not true`,
    overdue('over_48h_on'),
  ),
  PICKUP_HOURS_MEAN: mean('asked.parcels', 'picked_up_on', seconds('r.paid_at', 'r.picked_up_at'), 'true', 3600),
  PAID_TO_DELIVERED_HOURS_P50: percentile(
    'asked.parcels',
    'delivered_on',
    seconds('r.paid_at', 'r.delivered_at'),
    0.5,
    3600,
  ),
  PAID_TO_DELIVERED_HOURS_P90: percentile(
    'asked.parcels',
    'delivered_on',
    seconds('r.paid_at', 'r.delivered_at'),
    0.9,
    3600,
  ),
  PICKUP_TO_DELIVERED_HOURS_P50: percentile(
    'asked.parcels',
    'delivered_on',
    seconds('r.picked_up_at', 'r.delivered_at'),
    0.5,
    3600,
  ),
  LAST_MILE_HOURS_P50: percentile('asked.parcels', 'delivered_on', seconds('r.out_at', 'r.delivered_at'), 0.5, 3600),
  ORDER_TO_DELIVERY: mean(
    'asked.parcels',
    'delivered_on',
    seconds('r.ordered_at', 'r.delivered_at'),
    'r.handed_over_at is not null and r.first_scan_at is not null',
    DAY,
  ),
  EXCEPTION_RATE: share('asked.parcels', 'ordered_on', exception),
  SLOT_KEPT_RATE: share(
    'asked.parcels',
    'slot_on',
    'r.delivered_at between r.slot_from and r.slot_to',
    overdue('slot_on'),
  ),
  SCAN_LAG_MINUTES_MEAN: mean('asked.parcels', 'picked_up_on', 'round(r.lag)', 'r.lag is not null', 60),
  LONGEST_SILENCE_HOURS_P50: percentile('asked.parcels', 'picked_up_on', 'r.silence', 0.5, 3600, scanned),
  LONGEST_SILENCE_HOURS_P90: percentile('asked.parcels', 'picked_up_on', 'r.silence', 0.9, 3600, scanned),
  SILENT_PARCEL_RATE: share(
    'asked.parcels',
    'picked_up_on',
    `r.silence > 48 * 3600`,
    `${scanned} and r.picked_up_on + 2 <= r.as_of`,
  ),
  HUBS_PER_PARCEL: mean('asked.parcels', 'picked_up_on', 'r.hubs', scanned),
  INSPECTED_RATE: share('asked.parcels', 'delivered_on', 'r.inspected', 'r.inspected is not null'),
  GREEN_PACKAGING_SHARE: share(
    'asked.parcels',
    'ordered_on',
    `r.packaging in ('recycled', 'reused')`,
    'r.packaging is not null',
  ),
  LOSS_RATE_PER_10K: per10k(
    'asked.parcels',
    'ordered_on',
    `'lost' = any(r.kinds) or coalesce(r.outcome = 'lost', false)`,
  ),
  DAMAGE_RATE: per10k('asked.parcels', 'ordered_on', `'damaged' = any(r.kinds)`),
  DELAY_RATE_PER_10K: per10k('asked.parcels', 'ordered_on', `'delayed' = any(r.kinds)`),
  PARCEL_COMPLAINT_RATE: per10k('asked.parcels', 'ordered_on', 'r.complained'),
  DELIVERY_COST_PER_PARCEL: mean('asked.parcels', 'ordered_on', 'r.cost_minor', 'r.cost_minor is not null', 100),
};
