create table mart.compensations_by_granted (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  average_compensation_sum bigint not null default 0,
  average_compensation_whole bigint not null default 0,
  average_compensation_squares numeric not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.compensations_by_granted (dimension, span, shop, day, value, average_compensation_sum, average_compensation_whole, average_compensation_squares)
select dimension, span, shop, day, value, average_compensation_sum, average_compensation_whole, average_compensation_squares from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_failure) = 0 then 'FAILURE' when grouping(j.only_channel) = 0 then 'CHANNEL' when grouping(j.only_topic) = 0 then 'TOPIC' when grouping(j.only_form) = 0 then 'COMPENSATION_FORM' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_failure) = 0 then j.only_failure when grouping(j.only_channel) = 0 then j.only_channel when grouping(j.only_topic) = 0 then j.only_topic when grouping(j.only_form) = 0 then j.only_form else '' end as value, j.granted_on as day,
  coalesce(sum(j.amount_minor), 0) as average_compensation_sum,
  count(*) as average_compensation_whole,
  coalesce(sum(least(j.amount_minor, 3000000000) * least(j.amount_minor, 3000000000)), 0) as average_compensation_squares
from (select j.*, coalesce(j.region_code, '') as only_region_code, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.failure, '') as only_failure, coalesce(j.channel, '') as only_channel, coalesce(j.topic, '') as only_topic, coalesce(j.form, '') as only_form from journey.compensation_facts j where j.granted_on is not null) j
group by grouping sets ((j.shop, j.granted_on), (j.shop, j.granted_on, j.only_region_code), (j.shop, j.granted_on, j.only_carrier_code), (j.shop, j.granted_on, j.only_failure), (j.shop, j.granted_on, j.only_channel), (j.shop, j.granted_on, j.only_topic), (j.shop, j.granted_on, j.only_form))
)
select dimension, span, shop, day, value, average_compensation_sum, average_compensation_whole, average_compensation_squares from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.average_compensation_sum)::bigint as average_compensation_sum, sum(c.average_compensation_whole)::bigint as average_compensation_whole, sum(c.average_compensation_squares)::numeric as average_compensation_squares
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.average_compensation_sum <> 0 or c.average_compensation_whole <> 0 or c.average_compensation_squares <> 0 order by dimension, span, shop, day, value;
