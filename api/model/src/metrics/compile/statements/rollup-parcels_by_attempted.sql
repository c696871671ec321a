create table mart.parcels_by_attempted (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  first_attempt_rate_part bigint not null default 0,
  first_attempt_rate_whole bigint not null default 0,
  first_attempt_on_time_rate_part bigint not null default 0,
  first_attempt_on_time_rate_whole bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.parcels_by_attempted (dimension, shop, value, day, first_attempt_rate_part, first_attempt_rate_whole, first_attempt_on_time_rate_part, first_attempt_on_time_rate_whole)
select dimension, shop, value, day, first_attempt_rate_part, first_attempt_rate_whole, first_attempt_on_time_rate_part, first_attempt_on_time_rate_whole from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.lateness) = 0 then 'LATE' when grouping(j.service_level) = 0 then 'SERVICE_LEVEL' when grouping(j.promise_rule) = 0 then 'PROMISE_RULE' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.station_code) = 0 then 'STATION' when grouping(j.delivery_option) = 0 then 'DELIVERY_OPTION' when grouping(j.packaging) = 0 then 'PACKAGING' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.lateness) = 0 then coalesce(j.lateness, '') when grouping(j.service_level) = 0 then coalesce(j.service_level, '') when grouping(j.promise_rule) = 0 then coalesce(j.promise_rule, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.station_code) = 0 then coalesce(j.station_code, '') when grouping(j.delivery_option) = 0 then coalesce(j.delivery_option, '') when grouping(j.packaging) = 0 then coalesce(j.packaging, '') else '' end as value, coalesce(j.first_attempt_on, j.month) as day,
  count(*) filter (where (j.first_attempt_succeeded is not null) and (j.first_attempt_succeeded)) as first_attempt_rate_part,
  count(*) filter (where j.first_attempt_succeeded is not null) as first_attempt_rate_whole,
  count(*) filter (where (j.attempt_on_time is not null) and (j.attempt_on_time)) as first_attempt_on_time_rate_part,
  count(*) filter (where j.attempt_on_time is not null) as first_attempt_on_time_rate_whole
from (select j.*, date_trunc('month', j.first_attempt_on::timestamp)::date as month from journey.parcel_journey j where j.first_attempt_on is not null) j
group by grouping sets ((j.shop, j.first_attempt_on), (j.shop, j.first_attempt_on, j.region_code), (j.shop, j.first_attempt_on, j.lateness), (j.shop, j.first_attempt_on, j.service_level), (j.shop, j.first_attempt_on, j.promise_rule), (j.shop, j.first_attempt_on, j.carrier_code), (j.shop, j.month, j.station_code), (j.shop, j.first_attempt_on, j.delivery_option), (j.shop, j.first_attempt_on, j.packaging))
) c where c.first_attempt_rate_part <> 0 or c.first_attempt_rate_whole <> 0 or c.first_attempt_on_time_rate_part <> 0 or c.first_attempt_on_time_rate_whole <> 0 order by dimension, shop, value, day;
