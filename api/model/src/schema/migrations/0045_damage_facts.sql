-- One row a parcel that was scanned as damaged, dated by the first such scan: days before its customer says so.
create view journey.damage_facts as
select k.customer_id, k.shipment_id as parcel_id, k.order_id, k.shop, (d.occurred_at at time zone s.zone)::date as damaged_on, d.file_id, -- the file that brought the scan
  o.ordered_on, o.region_code, p.carrier_code, p.station_code,
  case when cardinality(o.categories) = 1 then o.categories[1] end as category_code, case when cardinality(o.merchants) = 1 then o.merchants[1] end as merchant_external_id -- the order's only one
from journey.parcel_scans k
join core.shops s on s.shop = k.shop
join core.shipments p on p.customer_id = k.customer_id and p.id = k.shipment_id and p.deleted_at is null
left join journey.order_journey o on o.customer_id = k.customer_id and o.order_id = k.order_id
cross join lateral (
  select e.occurred_at, e.file_id from core.tracking_events e
  where e.customer_id = k.customer_id and e.shipment_id = k.shipment_id and e.kind = 'damaged' and e.deleted_at is null
    and e.occurred_at between k.first_scan_at and k.last_scan_at -- leaves the partitions of other months alone
  order by e.occurred_at limit 1) d
where k.damaged;

select scoped.lay();
