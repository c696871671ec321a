create table mart.parcels_by_order (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
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
  primary key (dimension, span, shop, day, value)
);

insert into mart.parcels_by_order (dimension, span, shop, day, value, parcels, promise_coverage_part, exception_rate_part, green_packaging_share_part, green_packaging_share_whole, damage_rate_part, delay_rate_per_10k_part, loss_rate_per_10k_part, parcel_complaint_rate_part, delivery_cost_per_parcel_sum, delivery_cost_per_parcel_whole, delivery_cost_per_parcel_squares)
select dimension, span, shop, day, value, parcels, promise_coverage_part, exception_rate_part, green_packaging_share_part, green_packaging_share_whole, damage_rate_part, delay_rate_per_10k_part, loss_rate_per_10k_part, parcel_complaint_rate_part, delivery_cost_per_parcel_sum, delivery_cost_per_parcel_whole, delivery_cost_per_parcel_squares from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_promise_rule) = 0 then 'PROMISE_RULE' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_station_code) = 0 then 'STATION' when grouping(j.only_delivery_option) = 0 then 'DELIVERY_OPTION' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_lateness) = 0 then 'day' when grouping(j.only_promise_rule) = 0 then 'day' when grouping(j.only_carrier_code) = 0 then 'day' when grouping(j.only_station_code) = 0 then 'month' when grouping(j.only_delivery_option) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_promise_rule) = 0 then j.only_promise_rule when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_station_code) = 0 then j.only_station_code when grouping(j.only_delivery_option) = 0 then j.only_delivery_option else '' end as value, coalesce(j.ordered_on, j.month) as day,
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
from (select j.*, date_trunc('month', j.ordered_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.lateness, '') as only_lateness, coalesce(j.promise_rule, '') as only_promise_rule, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.station_code, '') as only_station_code, coalesce(j.delivery_option, '') as only_delivery_option from journey.parcel_journey j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.only_region_code), (j.shop, j.ordered_on, j.only_lateness), (j.shop, j.ordered_on, j.only_promise_rule), (j.shop, j.ordered_on, j.only_carrier_code), (j.shop, j.month, j.only_station_code), (j.shop, j.ordered_on, j.only_delivery_option))
)
select dimension, span, shop, day, value, parcels, promise_coverage_part, exception_rate_part, green_packaging_share_part, green_packaging_share_whole, damage_rate_part, delay_rate_per_10k_part, loss_rate_per_10k_part, parcel_complaint_rate_part, delivery_cost_per_parcel_sum, delivery_cost_per_parcel_whole, delivery_cost_per_parcel_squares from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.parcels)::bigint as parcels, sum(c.promise_coverage_part)::bigint as promise_coverage_part, sum(c.exception_rate_part)::bigint as exception_rate_part, sum(c.green_packaging_share_part)::bigint as green_packaging_share_part, sum(c.green_packaging_share_whole)::bigint as green_packaging_share_whole, sum(c.damage_rate_part)::bigint as damage_rate_part, sum(c.delay_rate_per_10k_part)::bigint as delay_rate_per_10k_part, sum(c.loss_rate_per_10k_part)::bigint as loss_rate_per_10k_part, sum(c.parcel_complaint_rate_part)::bigint as parcel_complaint_rate_part, sum(c.delivery_cost_per_parcel_sum)::bigint as delivery_cost_per_parcel_sum, sum(c.delivery_cost_per_parcel_whole)::bigint as delivery_cost_per_parcel_whole, sum(c.delivery_cost_per_parcel_squares)::numeric as delivery_cost_per_parcel_squares
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.parcels <> 0 or c.promise_coverage_part <> 0 or c.exception_rate_part <> 0 or c.green_packaging_share_part <> 0 or c.green_packaging_share_whole <> 0 or c.damage_rate_part <> 0 or c.delay_rate_per_10k_part <> 0 or c.loss_rate_per_10k_part <> 0 or c.parcel_complaint_rate_part <> 0 or c.delivery_cost_per_parcel_sum <> 0 or c.delivery_cost_per_parcel_whole <> 0 or c.delivery_cost_per_parcel_squares <> 0 order by dimension, span, shop, day, value;
