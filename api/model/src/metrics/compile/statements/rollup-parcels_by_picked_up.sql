create table mart.parcels_by_picked_up (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  delivery_rate_part bigint not null default 0,
  delivery_rate_whole bigint not null default 0,
  pickup_hours_mean_sum bigint not null default 0,
  pickup_hours_mean_whole bigint not null default 0,
  pickup_hours_mean_squares numeric not null default 0,
  valid_tracking_rate_whole bigint not null default 0,
  scan_lag_minutes_mean_sum bigint not null default 0,
  scan_lag_minutes_mean_whole bigint not null default 0,
  scan_lag_minutes_mean_squares numeric not null default 0,
  hubs_per_parcel_sum bigint not null default 0,
  hubs_per_parcel_whole bigint not null default 0,
  hubs_per_parcel_squares numeric not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.parcels_by_picked_up (dimension, span, shop, day, value, delivery_rate_part, delivery_rate_whole, pickup_hours_mean_sum, pickup_hours_mean_whole, pickup_hours_mean_squares, valid_tracking_rate_whole, scan_lag_minutes_mean_sum, scan_lag_minutes_mean_whole, scan_lag_minutes_mean_squares, hubs_per_parcel_sum, hubs_per_parcel_whole, hubs_per_parcel_squares)
select dimension, span, shop, day, value, delivery_rate_part, delivery_rate_whole, pickup_hours_mean_sum, pickup_hours_mean_whole, pickup_hours_mean_squares, valid_tracking_rate_whole, scan_lag_minutes_mean_sum, scan_lag_minutes_mean_whole, scan_lag_minutes_mean_squares, hubs_per_parcel_sum, hubs_per_parcel_whole, hubs_per_parcel_squares from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_promise_rule) = 0 then 'PROMISE_RULE' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_station_code) = 0 then 'STATION' when grouping(j.only_delivery_option) = 0 then 'DELIVERY_OPTION' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_lateness) = 0 then 'day' when grouping(j.only_promise_rule) = 0 then 'day' when grouping(j.only_carrier_code) = 0 then 'day' when grouping(j.only_station_code) = 0 then 'month' when grouping(j.only_delivery_option) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_promise_rule) = 0 then j.only_promise_rule when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_station_code) = 0 then j.only_station_code when grouping(j.only_delivery_option) = 0 then j.only_delivery_option else '' end as value, coalesce(j.picked_up_on, j.month) as day,
  count(*) filter (where (j.tracked) and (j.delivered_at is not null)) as delivery_rate_part,
  count(*) filter (where j.tracked) as delivery_rate_whole,
  coalesce(sum(j.pickup_seconds) filter (where j.pickup_seconds is not null), 0) as pickup_hours_mean_sum,
  count(*) filter (where j.pickup_seconds is not null) as pickup_hours_mean_whole,
  coalesce(sum(least(j.pickup_seconds, 3000000000) * least(j.pickup_seconds, 3000000000)) filter (where j.pickup_seconds is not null), 0) as pickup_hours_mean_squares,
  count(*) as valid_tracking_rate_whole,
  coalesce(sum((2 * j.scan_lag_seconds + j.scan_lag_scans) / (2 * j.scan_lag_scans)) filter (where j.scan_lag_scans > 0), 0) as scan_lag_minutes_mean_sum,
  count(*) filter (where j.scan_lag_scans > 0) as scan_lag_minutes_mean_whole,
  coalesce(sum(least((2 * j.scan_lag_seconds + j.scan_lag_scans) / (2 * j.scan_lag_scans), 3000000000) * least((2 * j.scan_lag_seconds + j.scan_lag_scans) / (2 * j.scan_lag_scans), 3000000000)) filter (where j.scan_lag_scans > 0), 0) as scan_lag_minutes_mean_squares,
  coalesce(sum(j.hubs) filter (where j.scans > 0), 0) as hubs_per_parcel_sum,
  count(*) filter (where j.scans > 0) as hubs_per_parcel_whole,
  coalesce(sum(least(j.hubs, 3000000000) * least(j.hubs, 3000000000)) filter (where j.scans > 0), 0) as hubs_per_parcel_squares
from (select j.*, date_trunc('month', j.picked_up_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.lateness, '') as only_lateness, coalesce(j.promise_rule, '') as only_promise_rule, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.station_code, '') as only_station_code, coalesce(j.delivery_option, '') as only_delivery_option from journey.parcel_journey j where j.picked_up_on is not null) j
group by grouping sets ((j.shop, j.picked_up_on), (j.shop, j.picked_up_on, j.only_region_code), (j.shop, j.picked_up_on, j.only_lateness), (j.shop, j.picked_up_on, j.only_promise_rule), (j.shop, j.picked_up_on, j.only_carrier_code), (j.shop, j.month, j.only_station_code), (j.shop, j.picked_up_on, j.only_delivery_option))
)
select dimension, span, shop, day, value, delivery_rate_part, delivery_rate_whole, pickup_hours_mean_sum, pickup_hours_mean_whole, pickup_hours_mean_squares, valid_tracking_rate_whole, scan_lag_minutes_mean_sum, scan_lag_minutes_mean_whole, scan_lag_minutes_mean_squares, hubs_per_parcel_sum, hubs_per_parcel_whole, hubs_per_parcel_squares from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.delivery_rate_part)::bigint as delivery_rate_part, sum(c.delivery_rate_whole)::bigint as delivery_rate_whole, sum(c.pickup_hours_mean_sum)::bigint as pickup_hours_mean_sum, sum(c.pickup_hours_mean_whole)::bigint as pickup_hours_mean_whole, sum(c.pickup_hours_mean_squares)::numeric as pickup_hours_mean_squares, sum(c.valid_tracking_rate_whole)::bigint as valid_tracking_rate_whole, sum(c.scan_lag_minutes_mean_sum)::bigint as scan_lag_minutes_mean_sum, sum(c.scan_lag_minutes_mean_whole)::bigint as scan_lag_minutes_mean_whole, sum(c.scan_lag_minutes_mean_squares)::numeric as scan_lag_minutes_mean_squares, sum(c.hubs_per_parcel_sum)::bigint as hubs_per_parcel_sum, sum(c.hubs_per_parcel_whole)::bigint as hubs_per_parcel_whole, sum(c.hubs_per_parcel_squares)::numeric as hubs_per_parcel_squares
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.delivery_rate_part <> 0 or c.delivery_rate_whole <> 0 or c.pickup_hours_mean_sum <> 0 or c.pickup_hours_mean_whole <> 0 or c.pickup_hours_mean_squares <> 0 or c.valid_tracking_rate_whole <> 0 or c.scan_lag_minutes_mean_sum <> 0 or c.scan_lag_minutes_mean_whole <> 0 or c.scan_lag_minutes_mean_squares <> 0 or c.hubs_per_parcel_sum <> 0 or c.hubs_per_parcel_whole <> 0 or c.hubs_per_parcel_squares <> 0 order by dimension, span, shop, day, value;
