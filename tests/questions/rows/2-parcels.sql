create table asked.parcels as
select p.id as parcel_id, p.customer_id, p.shop, o.identified, o.valid, s.zone, s.as_of, p.waybill, p.outcome, p.cost_minor, p.packaging, p.protection, p.promise_rule, p.inspected,
  o.ordered_at, o.ordered_on, o.region, coalesce(p.service_level, o.service_level) as service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, o.categories, o.merchants,
  p.carrier_code as carrier, p.station_code as station, p.delivery_option,
  coalesce(o.shippable_at, o.approved_at, o.ordered_at) as paid_at, p.handed_over_at, p.delivered_at, p.delivered_on, p.promised_at, o.promised_on, p.slot_from, p.slot_to,
  k.scans, k.first_at as first_scan_at, k.last_at as last_scan_at, k.out_at, coalesce(k.attempt_at, p.delivered_at) as attempt_at, k.kinds, k.hubs, k.lag,
  coalesce(k.first_at, p.handed_over_at) as picked_up_at, first_attempt.kind as first_attempt,
  (select max(gap) from (select extract(epoch from e.occurred_at - lag(e.occurred_at) over (order by e.occurred_at)) as gap from core.tracking_events e
    where e.customer_id = p.customer_id and e.shipment_id = p.id and e.deleted_at is null) gaps) as longest_gap,
  exists (select from core.service_cases e where e.customer_id = p.customer_id and e.order_id = p.order_id and e.case_type = 'complaint' and e.topic in ('damaged', 'lost', 'delivery_late', 'wrong_item') and e.deleted_at is null) as complained
from core.shipments p
join core.shops s on s.shop = p.shop
join asked.orders o on o.customer_id = p.customer_id and o.id = p.order_id
cross join lateral (select count(*) as scans, min(e.occurred_at) as first_at, max(e.occurred_at) as last_at, min(e.occurred_at) filter (where e.kind = 'out_for_delivery') as out_at,
    min(e.occurred_at) filter (where e.kind in ('attempt_failed', 'delivered')) as attempt_at, coalesce(array_agg(e.kind), '{}') as kinds,
    count(distinct e.station_code) filter (where e.kind = 'arrived') as hubs, avg(greatest(extract(epoch from e.recorded_at - e.occurred_at), 0)) as lag
  from core.tracking_events e where e.customer_id = p.customer_id and e.shipment_id = p.id and e.deleted_at is null) k
left join lateral (select e.kind from core.tracking_events e where e.customer_id = p.customer_id and e.shipment_id = p.id and e.deleted_at is null and e.kind in ('attempt_failed', 'delivered')
  order by e.occurred_at limit 1) first_attempt on true
where p.deleted_at is null;
alter table asked.parcels add column due_on date, add column silence numeric, add column attempt_on date, add column picked_up_on date, add column over_24h_on date, add column over_48h_on date, add column slot_on date;
update asked.parcels set
  due_on = coalesce((promised_at at time zone zone)::date, promised_on), attempt_on = (attempt_at at time zone zone)::date, picked_up_on = (picked_up_at at time zone zone)::date,
  over_24h_on = ((paid_at + interval '24 hours') at time zone zone)::date, over_48h_on = ((paid_at + interval '48 hours') at time zone zone)::date, slot_on = (slot_to at time zone zone)::date,
  -- the silence that still lasts counts for a parcel on its way
  silence = case when scans = 0 then null when delivered_at is not null or outcome is not null or kinds && '{delivered,lost,returned}' then coalesce(longest_gap, 0)
    else greatest(coalesce(longest_gap, 0), extract(epoch from ((as_of + 1)::timestamp at time zone zone) - last_scan_at)) end;
