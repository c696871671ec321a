create table mart.parcels_by_pickup_due (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  pickup_48h_rate_part bigint not null default 0,
  pickup_48h_rate_whole bigint not null default 0,
  late_shipment_rate_part bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.parcels_by_pickup_due (dimension, span, shop, day, value, pickup_48h_rate_part, pickup_48h_rate_whole, late_shipment_rate_part)
select dimension, span, shop, day, value, pickup_48h_rate_part, pickup_48h_rate_whole, late_shipment_rate_part from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_promise_rule) = 0 then 'PROMISE_RULE' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_delivery_option) = 0 then 'DELIVERY_OPTION' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_promise_rule) = 0 then j.only_promise_rule when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_delivery_option) = 0 then j.only_delivery_option else '' end as value, j.pickup_48h_due_on as day,
  count(*) filter (where (j.picked_up_48h is not null) and (j.picked_up_48h)) as pickup_48h_rate_part,
  count(*) filter (where j.picked_up_48h is not null) as pickup_48h_rate_whole,
  count(*) filter (where (j.picked_up_48h is not null) and (coalesce(j.handed_over_at, j.first_scan_at, 'infinity') > j.pickup_from_at + interval '48 hours')) as late_shipment_rate_part
from (select j.*, coalesce(j.region_code, '') as only_region_code, coalesce(j.lateness, '') as only_lateness, coalesce(j.promise_rule, '') as only_promise_rule, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.delivery_option, '') as only_delivery_option from journey.parcel_journey j where j.pickup_48h_due_on is not null) j
group by grouping sets ((j.shop, j.pickup_48h_due_on), (j.shop, j.pickup_48h_due_on, j.only_region_code), (j.shop, j.pickup_48h_due_on, j.only_lateness), (j.shop, j.pickup_48h_due_on, j.only_promise_rule), (j.shop, j.pickup_48h_due_on, j.only_carrier_code), (j.shop, j.pickup_48h_due_on, j.only_delivery_option))
)
select dimension, span, shop, day, value, pickup_48h_rate_part, pickup_48h_rate_whole, late_shipment_rate_part from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.pickup_48h_rate_part)::bigint as pickup_48h_rate_part, sum(c.pickup_48h_rate_whole)::bigint as pickup_48h_rate_whole, sum(c.late_shipment_rate_part)::bigint as late_shipment_rate_part
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.pickup_48h_rate_part <> 0 or c.pickup_48h_rate_whole <> 0 or c.late_shipment_rate_part <> 0 order by dimension, span, shop, day, value;
