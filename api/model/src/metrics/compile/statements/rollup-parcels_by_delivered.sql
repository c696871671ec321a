create table mart.parcels_by_delivered (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  order_to_delivery_sum bigint not null default 0,
  order_to_delivery_whole bigint not null default 0,
  order_to_delivery_squares numeric not null default 0,
  inspected_rate_part bigint not null default 0,
  inspected_rate_whole bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.parcels_by_delivered (dimension, shop, value, day, order_to_delivery_sum, order_to_delivery_whole, order_to_delivery_squares, inspected_rate_part, inspected_rate_whole)
select dimension, shop, value, day, order_to_delivery_sum, order_to_delivery_whole, order_to_delivery_squares, inspected_rate_part, inspected_rate_whole from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.lateness) = 0 then 'LATE' when grouping(j.service_level) = 0 then 'SERVICE_LEVEL' when grouping(j.promise_rule) = 0 then 'PROMISE_RULE' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.station_code) = 0 then 'STATION' when grouping(j.delivery_option) = 0 then 'DELIVERY_OPTION' when grouping(j.packaging) = 0 then 'PACKAGING' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.lateness) = 0 then coalesce(j.lateness, '') when grouping(j.service_level) = 0 then coalesce(j.service_level, '') when grouping(j.promise_rule) = 0 then coalesce(j.promise_rule, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.station_code) = 0 then coalesce(j.station_code, '') when grouping(j.delivery_option) = 0 then coalesce(j.delivery_option, '') when grouping(j.packaging) = 0 then coalesce(j.packaging, '') else '' end as value, coalesce(j.delivered_on, j.month) as day,
  coalesce(sum(j.ordered_to_delivered_seconds) filter (where j.ordered_to_delivered_seconds is not null and j.handed_over_at is not null and j.first_scan_at is not null), 0) as order_to_delivery_sum,
  count(*) filter (where j.ordered_to_delivered_seconds is not null and j.handed_over_at is not null and j.first_scan_at is not null) as order_to_delivery_whole,
  coalesce(sum(least(j.ordered_to_delivered_seconds, 3000000000) * least(j.ordered_to_delivered_seconds, 3000000000)) filter (where j.ordered_to_delivered_seconds is not null and j.handed_over_at is not null and j.first_scan_at is not null), 0) as order_to_delivery_squares,
  count(*) filter (where (j.inspected is not null) and (j.inspected)) as inspected_rate_part,
  count(*) filter (where j.inspected is not null) as inspected_rate_whole
from (select j.*, date_trunc('month', j.delivered_on::timestamp)::date as month from journey.parcel_journey j where j.delivered_on is not null) j
group by grouping sets ((j.shop, j.delivered_on), (j.shop, j.delivered_on, j.region_code), (j.shop, j.delivered_on, j.lateness), (j.shop, j.delivered_on, j.service_level), (j.shop, j.delivered_on, j.promise_rule), (j.shop, j.delivered_on, j.carrier_code), (j.shop, j.month, j.station_code), (j.shop, j.delivered_on, j.delivery_option), (j.shop, j.delivered_on, j.packaging))
) c where c.order_to_delivery_sum <> 0 or c.order_to_delivery_whole <> 0 or c.order_to_delivery_squares <> 0 or c.inspected_rate_part <> 0 or c.inspected_rate_whole <> 0 order by dimension, shop, value, day;
