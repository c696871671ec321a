create table mart.parcels_by_order (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  parcels bigint not null default 0,
  promise_coverage_part bigint not null default 0,
  exception_rate_part bigint not null default 0,
  green_packaging_share_part bigint not null default 0,
  green_packaging_share_whole bigint not null default 0,
  damage_rate_part bigint not null default 0,
  delay_rate_per_10k_part bigint not null default 0,
  loss_rate_per_10k_part bigint not null default 0,
  parcel_complaint_rate_part bigint not null default 0,
  delivery_cost_per_parcel_sum bigint not null default 0,
  delivery_cost_per_parcel_whole bigint not null default 0,
  delivery_cost_per_parcel_squares numeric not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.parcels_by_order (dimension, shop, value, day, parcels, promise_coverage_part, exception_rate_part, green_packaging_share_part, green_packaging_share_whole, damage_rate_part, delay_rate_per_10k_part, loss_rate_per_10k_part, parcel_complaint_rate_part, delivery_cost_per_parcel_sum, delivery_cost_per_parcel_whole, delivery_cost_per_parcel_squares)
select dimension, shop, value, day, parcels, promise_coverage_part, exception_rate_part, green_packaging_share_part, green_packaging_share_whole, damage_rate_part, delay_rate_per_10k_part, loss_rate_per_10k_part, parcel_complaint_rate_part, delivery_cost_per_parcel_sum, delivery_cost_per_parcel_whole, delivery_cost_per_parcel_squares from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.lateness) = 0 then 'LATE' when grouping(j.service_level) = 0 then 'SERVICE_LEVEL' when grouping(j.promise_rule) = 0 then 'PROMISE_RULE' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.station_code) = 0 then 'STATION' when grouping(j.delivery_option) = 0 then 'DELIVERY_OPTION' when grouping(j.packaging) = 0 then 'PACKAGING' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.lateness) = 0 then coalesce(j.lateness, '') when grouping(j.service_level) = 0 then coalesce(j.service_level, '') when grouping(j.promise_rule) = 0 then coalesce(j.promise_rule, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.station_code) = 0 then coalesce(j.station_code, '') when grouping(j.delivery_option) = 0 then coalesce(j.delivery_option, '') when grouping(j.packaging) = 0 then coalesce(j.packaging, '') else '' end as value, coalesce(j.ordered_on, j.month) as day,
  count(*) as parcels,
  count(*) filter (where j.due_on is not null) as promise_coverage_part,
  count(*) filter (where j.exception) as exception_rate_part,
  count(*) filter (where (j.packaging is not null) and (j.packaging in ('recycled', 'reused'))) as green_packaging_share_part,
  count(*) filter (where j.packaging is not null) as green_packaging_share_whole,
  count(*) filter (where j.damaged) as damage_rate_part,
  count(*) filter (where j.delayed) as delay_rate_per_10k_part,
  count(*) filter (where j.lost) as loss_rate_per_10k_part,
  count(*) filter (where j.complained) as parcel_complaint_rate_part,
  coalesce(sum(j.cost_minor) filter (where j.cost_minor is not null), 0) as delivery_cost_per_parcel_sum,
  count(*) filter (where j.cost_minor is not null) as delivery_cost_per_parcel_whole,
  coalesce(sum(least(j.cost_minor, 3000000000) * least(j.cost_minor, 3000000000)) filter (where j.cost_minor is not null), 0) as delivery_cost_per_parcel_squares
from (select j.*, date_trunc('month', j.ordered_on::timestamp)::date as month from journey.parcel_journey j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.region_code), (j.shop, j.ordered_on, j.lateness), (j.shop, j.ordered_on, j.service_level), (j.shop, j.ordered_on, j.promise_rule), (j.shop, j.ordered_on, j.carrier_code), (j.shop, j.month, j.station_code), (j.shop, j.ordered_on, j.delivery_option), (j.shop, j.ordered_on, j.packaging))
) c where c.parcels <> 0 or c.promise_coverage_part <> 0 or c.exception_rate_part <> 0 or c.green_packaging_share_part <> 0 or c.green_packaging_share_whole <> 0 or c.damage_rate_part <> 0 or c.delay_rate_per_10k_part <> 0 or c.loss_rate_per_10k_part <> 0 or c.parcel_complaint_rate_part <> 0 or c.delivery_cost_per_parcel_sum <> 0 or c.delivery_cost_per_parcel_whole <> 0 or c.delivery_cost_per_parcel_squares <> 0 order by dimension, shop, value, day;
