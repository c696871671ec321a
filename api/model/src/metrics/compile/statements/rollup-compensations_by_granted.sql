create table mart.compensations_by_granted (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  average_compensation_sum bigint not null default 0,
  average_compensation_whole bigint not null default 0,
  average_compensation_squares numeric not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.compensations_by_granted (dimension, shop, value, day, average_compensation_sum, average_compensation_whole, average_compensation_squares)
select dimension, shop, value, day, average_compensation_sum, average_compensation_whole, average_compensation_squares from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.failure) = 0 then 'FAILURE' when grouping(j.channel) = 0 then 'CHANNEL' when grouping(j.topic) = 0 then 'TOPIC' when grouping(j.form) = 0 then 'COMPENSATION_FORM' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.failure) = 0 then coalesce(j.failure, '') when grouping(j.channel) = 0 then coalesce(j.channel, '') when grouping(j.topic) = 0 then coalesce(j.topic, '') when grouping(j.form) = 0 then coalesce(j.form, '') else '' end as value, j.granted_on as day,
  coalesce(sum(j.amount_minor), 0) as average_compensation_sum,
  count(*) as average_compensation_whole,
  coalesce(sum(least(j.amount_minor, 3000000000) * least(j.amount_minor, 3000000000)), 0) as average_compensation_squares
from (select j.* from journey.compensation_facts j where j.granted_on is not null) j
group by grouping sets ((j.shop, j.granted_on), (j.shop, j.granted_on, j.region_code), (j.shop, j.granted_on, j.carrier_code), (j.shop, j.granted_on, j.failure), (j.shop, j.granted_on, j.channel), (j.shop, j.granted_on, j.topic), (j.shop, j.granted_on, j.form))
) c where c.average_compensation_sum <> 0 or c.average_compensation_whole <> 0 or c.average_compensation_squares <> 0 order by dimension, shop, value, day;
