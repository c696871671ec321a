import type { DerivedFact } from './fact.ts';

/** What the scans of a parcel say together. Scans that happened at once follow their own ids. */
export const parcelScans: DerivedFact = {
  table: 'journey.parcel_scans',
  key: ['customer_id', 'shipment_id'],
  columns: [
    'customer_id', 'shipment_id', 'order_id', 'shop', 'scans', 'first_scan_at', 'last_scan_at', 'out_for_delivery_at', 'first_attempt_at',
    'attempts', 'first_attempt_succeeded', 'hubs', 'longest_silence_seconds', 'scan_lag_seconds', 'scan_lag_scans', 'damaged', 'lost',
    'delayed', 'returned', 'ended',
  ], // prettier-ignore
  reads: ['tracking_events', 'shipments'],
  select: ({ mine }) => `
    select s.customer_id, s.id as shipment_id, s.order_id, s.shop, k.scans, k.first_scan_at, k.last_scan_at, k.out_for_delivery_at,
      least(k.failed_at, k.delivered_at) as first_attempt_at, k.attempts,
      case when k.attempts > 0 then coalesce(k.delivered_at < k.failed_at, k.delivered_at is not null) end as first_attempt_succeeded,
      k.hubs, k.longest_silence_seconds, k.scan_lag_seconds, k.scan_lag_scans, k.damaged, k.lost, k.delayed, k.returned, k.ended
    from ${mine('shipments')} s
    join (
      select customer_id, shipment_id, count(*)::integer as scans, min(occurred_at) as first_scan_at, max(occurred_at) as last_scan_at,
        min(occurred_at) filter (where kind = 'out_for_delivery') as out_for_delivery_at,
        min(occurred_at) filter (where kind = 'attempt_failed') as failed_at, min(occurred_at) filter (where kind = 'delivered') as delivered_at,
        (count(*) filter (where kind in ('attempt_failed', 'delivered')))::integer as attempts,
        (count(distinct station_code) filter (where kind = 'arrived'))::integer as hubs,
        coalesce(max(extract(epoch from occurred_at - before))::bigint, 0) as longest_silence_seconds,
        coalesce(sum(greatest(extract(epoch from recorded_at - occurred_at)::bigint, 0)) filter (where recorded_at is not null), 0)::bigint as scan_lag_seconds,
        count(recorded_at)::integer as scan_lag_scans,
        bool_or(kind = 'damaged') as damaged, bool_or(kind = 'lost') as lost, bool_or(kind = 'delayed') as delayed, bool_or(kind = 'returned') as returned,
        bool_or(kind in ('delivered', 'lost', 'returned')) as ended
      from (select *, lag(occurred_at) over (partition by customer_id, shipment_id order by occurred_at) as before from ${mine('tracking_events')} t) scans
      group by 1, 2
    ) k on k.customer_id = s.customer_id and k.shipment_id = s.id
    order by 1, 2`,
};
