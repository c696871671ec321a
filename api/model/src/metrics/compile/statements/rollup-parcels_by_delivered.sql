create table mart.parcels_by_delivered (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  order_to_delivery_sum bigint not null default 0,
  order_to_delivery_whole bigint not null default 0,
  order_to_delivery_squares numeric not null default 0,
  inspected_rate_part bigint not null default 0,
  inspected_rate_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.parcels_by_delivered (dimension, span, shop, day, value, order_to_delivery_sum, order_to_delivery_whole, order_to_delivery_squares, inspected_rate_part, inspected_rate_whole)
select dimension, span, shop, day, value, order_to_delivery_sum, order_to_delivery_whole, order_to_delivery_squares, inspected_rate_part, inspected_rate_whole from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_promise_rule) = 0 then 'PROMISE_RULE' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_station_code) = 0 then 'STATION' when grouping(j.only_delivery_option) = 0 then 'DELIVERY_OPTION' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_lateness) = 0 then 'day' when grouping(j.only_promise_rule) = 0 then 'day' when grouping(j.only_carrier_code) = 0 then 'day' when grouping(j.only_station_code) = 0 then 'month' when grouping(j.only_delivery_option) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_promise_rule) = 0 then j.only_promise_rule when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_station_code) = 0 then j.only_station_code when grouping(j.only_delivery_option) = 0 then j.only_delivery_option else '' end as value, coalesce(j.delivered_on, j.month) as day,
  coalesce(sum(j.ordered_to_delivered_seconds) filter (where j.ordered_to_delivered_seconds is not null and j.handed_over_at is not null and j.first_scan_at is not null), 0) as order_to_delivery_sum,
  count(*) filter (where j.ordered_to_delivered_seconds is not null and j.handed_over_at is not null and j.first_scan_at is not null) as order_to_delivery_whole,
  coalesce(sum(least(j.ordered_to_delivered_seconds, 3000000000) * least(j.ordered_to_delivered_seconds, 3000000000)) filter (where j.ordered_to_delivered_seconds is not null and j.handed_over_at is not null and j.first_scan_at is not null), 0) as order_to_delivery_squares,
  count(*) filter (where (j.inspected is not null) and (j.inspected)) as inspected_rate_part,
  count(*) filter (where j.inspected is not null) as inspected_rate_whole
from (select j.*, date_trunc('month', j.delivered_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.lateness, '') as only_lateness, coalesce(j.promise_rule, '') as only_promise_rule, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.station_code, '') as only_station_code, coalesce(j.delivery_option, '') as only_delivery_option from journey.parcel_journey j where j.delivered_on is not null) j
group by grouping sets ((j.shop, j.delivered_on), (j.shop, j.delivered_on, j.only_region_code), (j.shop, j.delivered_on, j.only_lateness), (j.shop, j.delivered_on, j.only_promise_rule), (j.shop, j.delivered_on, j.only_carrier_code), (j.shop, j.month, j.only_station_code), (j.shop, j.delivered_on, j.only_delivery_option))
)
select dimension, span, shop, day, value, order_to_delivery_sum, order_to_delivery_whole, order_to_delivery_squares, inspected_rate_part, inspected_rate_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.order_to_delivery_sum)::bigint as order_to_delivery_sum, sum(c.order_to_delivery_whole)::bigint as order_to_delivery_whole, sum(c.order_to_delivery_squares)::numeric as order_to_delivery_squares, sum(c.inspected_rate_part)::bigint as inspected_rate_part, sum(c.inspected_rate_whole)::bigint as inspected_rate_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.order_to_delivery_sum <> 0 or c.order_to_delivery_whole <> 0 or c.order_to_delivery_squares <> 0 or c.inspected_rate_part <> 0 or c.inspected_rate_whole <> 0 order by dimension, span, shop, day, value;
