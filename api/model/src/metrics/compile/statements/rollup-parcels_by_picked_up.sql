create table mart.parcels_by_picked_up (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
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
  primary key (dimension, shop, value, day)
);

insert into mart.parcels_by_picked_up (dimension, shop, value, day, delivery_rate_part, delivery_rate_whole, pickup_hours_mean_sum, pickup_hours_mean_whole, pickup_hours_mean_squares, valid_tracking_rate_whole, scan_lag_minutes_mean_sum, scan_lag_minutes_mean_whole, scan_lag_minutes_mean_squares, hubs_per_parcel_sum, hubs_per_parcel_whole, hubs_per_parcel_squares)
select dimension, shop, value, day, delivery_rate_part, delivery_rate_whole, pickup_hours_mean_sum, pickup_hours_mean_whole, pickup_hours_mean_squares, valid_tracking_rate_whole, scan_lag_minutes_mean_sum, scan_lag_minutes_mean_whole, scan_lag_minutes_mean_squares, hubs_per_parcel_sum, hubs_per_parcel_whole, hubs_per_parcel_squares from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.lateness) = 0 then 'LATE' when grouping(j.service_level) = 0 then 'SERVICE_LEVEL' when grouping(j.promise_rule) = 0 then 'PROMISE_RULE' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.station_code) = 0 then 'STATION' when grouping(j.delivery_option) = 0 then 'DELIVERY_OPTION' when grouping(j.packaging) = 0 then 'PACKAGING' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.lateness) = 0 then coalesce(j.lateness, '') when grouping(j.service_level) = 0 then coalesce(j.service_level, '') when grouping(j.promise_rule) = 0 then coalesce(j.promise_rule, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.station_code) = 0 then coalesce(j.station_code, '') when grouping(j.delivery_option) = 0 then coalesce(j.delivery_option, '') when grouping(j.packaging) = 0 then coalesce(j.packaging, '') else '' end as value, coalesce(j.picked_up_on, j.month) as day,
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
from (select j.*, date_trunc('month', j.picked_up_on::timestamp)::date as month from journey.parcel_journey j where j.picked_up_on is not null) j
group by grouping sets ((j.shop, j.picked_up_on), (j.shop, j.picked_up_on, j.region_code), (j.shop, j.picked_up_on, j.lateness), (j.shop, j.picked_up_on, j.service_level), (j.shop, j.picked_up_on, j.promise_rule), (j.shop, j.picked_up_on, j.carrier_code), (j.shop, j.month, j.station_code), (j.shop, j.picked_up_on, j.delivery_option), (j.shop, j.picked_up_on, j.packaging))
) c where c.delivery_rate_part <> 0 or c.delivery_rate_whole <> 0 or c.pickup_hours_mean_sum <> 0 or c.pickup_hours_mean_whole <> 0 or c.pickup_hours_mean_squares <> 0 or c.valid_tracking_rate_whole <> 0 or c.scan_lag_minutes_mean_sum <> 0 or c.scan_lag_minutes_mean_whole <> 0 or c.scan_lag_minutes_mean_squares <> 0 or c.hubs_per_parcel_sum <> 0 or c.hubs_per_parcel_whole <> 0 or c.hubs_per_parcel_squares <> 0 order by dimension, shop, value, day;
