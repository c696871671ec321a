-- Scans numbered along their parcel; the silence before each is the distance to the one with the number before it.
numbered_scans as materialized (
  select t.*, p.order_id, row_number() over (partition by t.shipment_id order by t.occurred_at, t.id) as nth,
    case when t.recorded_at > t.occurred_at then round(extract(epoch from t.recorded_at) - extract(epoch from t.occurred_at)) when t.recorded_at is not null then 0 end as lag
  from core.tracking_events t
  join core.shipments p on p.id = t.shipment_id and p.deleted_at is null
  where t.deleted_at is null
),
silences as materialized (
  select one.shipment_id, max(extract(epoch from two.occurred_at) - extract(epoch from one.occurred_at)) as longest
  from numbered_scans one join numbered_scans two on two.shipment_id = one.shipment_id and two.nth = one.nth + 1 group by 1
),
first_attempts as materialized (
  select distinct on (shipment_id) shipment_id, occurred_at, kind = 'delivered' as succeeded from numbered_scans
  where kind in ('delivered', 'attempt_failed') order by shipment_id, occurred_at, kind
),
expected_parcel_scans as (
  select n.customer_id, n.shipment_id, n.order_id, n.shop, count(*) as scans, min(n.occurred_at) as first_scan_at, max(n.occurred_at) as last_scan_at,
    min(case when n.kind = 'out_for_delivery' then n.occurred_at end) as out_for_delivery_at, min(a.occurred_at) as first_attempt_at,
    sum((n.kind in ('attempt_failed', 'delivered'))::int) as attempts, bool_and(a.succeeded) as first_attempt_succeeded,
    count(distinct case when n.kind = 'arrived' then n.station_code end) as hubs, coalesce(round(max(s.longest)), 0) as longest_silence_seconds,
    coalesce(sum(n.lag), 0) as scan_lag_seconds, count(n.lag) as scan_lag_scans,
    sum((n.kind = 'damaged')::int) > 0 as damaged, sum((n.kind = 'lost')::int) > 0 as lost, sum((n.kind = 'delayed')::int) > 0 as delayed, sum((n.kind = 'returned')::int) > 0 as returned,
    sum((n.kind in ('delivered', 'lost', 'returned'))::int) > 0 as ended
  from numbered_scans n
  left join silences s on s.shipment_id = n.shipment_id
  left join first_attempts a on a.shipment_id = n.shipment_id
  group by 1, 2, 3, 4
)
