create table mart.failures_by_order (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  compensation_coverage_part bigint not null default 0,
  compensation_coverage_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.failures_by_order (dimension, span, shop, day, value, compensation_coverage_part, compensation_coverage_whole)
select dimension, span, shop, day, value, compensation_coverage_part, compensation_coverage_whole from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_service_level) = 0 then 'SERVICE_LEVEL' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_failure) = 0 then 'FAILURE' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_service_level) = 0 then j.only_service_level when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_failure) = 0 then j.only_failure else '' end as value, j.ordered_on as day,
  count(*) filter (where j.compensated) as compensation_coverage_part,
  count(*) as compensation_coverage_whole
from (select j.*, coalesce(j.region_code, '') as only_region_code, coalesce(j.service_level, '') as only_service_level, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.failure, '') as only_failure from journey.failure_facts j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.only_region_code), (j.shop, j.ordered_on, j.only_service_level), (j.shop, j.ordered_on, j.only_carrier_code), (j.shop, j.ordered_on, j.only_failure))
)
select dimension, span, shop, day, value, compensation_coverage_part, compensation_coverage_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.compensation_coverage_part)::bigint as compensation_coverage_part, sum(c.compensation_coverage_whole)::bigint as compensation_coverage_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.compensation_coverage_part <> 0 or c.compensation_coverage_whole <> 0 order by dimension, span, shop, day, value;
