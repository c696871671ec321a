create table mart.parcels_by_due (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  parcel_on_time_rate_part bigint not null default 0,
  parcel_on_time_rate_whole bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.parcels_by_due (dimension, shop, value, day, parcel_on_time_rate_part, parcel_on_time_rate_whole)
select dimension, shop, value, day, parcel_on_time_rate_part, parcel_on_time_rate_whole from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.lateness) = 0 then 'LATE' when grouping(j.service_level) = 0 then 'SERVICE_LEVEL' when grouping(j.promise_rule) = 0 then 'PROMISE_RULE' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.delivery_option) = 0 then 'DELIVERY_OPTION' when grouping(j.packaging) = 0 then 'PACKAGING' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.lateness) = 0 then coalesce(j.lateness, '') when grouping(j.service_level) = 0 then coalesce(j.service_level, '') when grouping(j.promise_rule) = 0 then coalesce(j.promise_rule, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.delivery_option) = 0 then coalesce(j.delivery_option, '') when grouping(j.packaging) = 0 then coalesce(j.packaging, '') else '' end as value, j.due_on as day,
  count(*) filter (where (j.on_time is not null) and (j.on_time)) as parcel_on_time_rate_part,
  count(*) filter (where j.on_time is not null) as parcel_on_time_rate_whole
from (select j.* from journey.parcel_journey j where j.due_on is not null) j
group by grouping sets ((j.shop, j.due_on), (j.shop, j.due_on, j.region_code), (j.shop, j.due_on, j.lateness), (j.shop, j.due_on, j.service_level), (j.shop, j.due_on, j.promise_rule), (j.shop, j.due_on, j.carrier_code), (j.shop, j.due_on, j.delivery_option), (j.shop, j.due_on, j.packaging))
) c where c.parcel_on_time_rate_part <> 0 or c.parcel_on_time_rate_whole <> 0 order by dimension, shop, value, day;
