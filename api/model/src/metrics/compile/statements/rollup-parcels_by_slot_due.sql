create table mart.parcels_by_slot_due (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  slot_kept_rate_part bigint not null default 0,
  slot_kept_rate_whole bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.parcels_by_slot_due (dimension, shop, value, day, slot_kept_rate_part, slot_kept_rate_whole)
select dimension, shop, value, day, slot_kept_rate_part, slot_kept_rate_whole from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.lateness) = 0 then 'LATE' when grouping(j.service_level) = 0 then 'SERVICE_LEVEL' when grouping(j.promise_rule) = 0 then 'PROMISE_RULE' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.delivery_option) = 0 then 'DELIVERY_OPTION' when grouping(j.packaging) = 0 then 'PACKAGING' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.lateness) = 0 then coalesce(j.lateness, '') when grouping(j.service_level) = 0 then coalesce(j.service_level, '') when grouping(j.promise_rule) = 0 then coalesce(j.promise_rule, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.delivery_option) = 0 then coalesce(j.delivery_option, '') when grouping(j.packaging) = 0 then coalesce(j.packaging, '') else '' end as value, j.slot_due_on as day,
  count(*) filter (where (j.slot_kept is not null) and (j.slot_kept)) as slot_kept_rate_part,
  count(*) filter (where j.slot_kept is not null) as slot_kept_rate_whole
from (select j.* from journey.parcel_journey j where j.slot_due_on is not null) j
group by grouping sets ((j.shop, j.slot_due_on), (j.shop, j.slot_due_on, j.region_code), (j.shop, j.slot_due_on, j.lateness), (j.shop, j.slot_due_on, j.service_level), (j.shop, j.slot_due_on, j.promise_rule), (j.shop, j.slot_due_on, j.carrier_code), (j.shop, j.slot_due_on, j.delivery_option), (j.shop, j.slot_due_on, j.packaging))
) c where c.slot_kept_rate_part <> 0 or c.slot_kept_rate_whole <> 0 order by dimension, shop, value, day;
