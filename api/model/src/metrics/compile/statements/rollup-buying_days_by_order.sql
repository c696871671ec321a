create table mart.buying_days_by_order (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  next_order_rate_90d_part bigint not null default 0,
  next_order_rate_90d_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.buying_days_by_order (dimension, span, shop, day, value, next_order_rate_90d_part, next_order_rate_90d_whole)
select dimension, span, shop, day, value, next_order_rate_90d_part, next_order_rate_90d_whole from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.only_tier) = 0 then 'TIER' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_first_or_repeat) = 0 then j.only_first_or_repeat when grouping(j.only_tier) = 0 then j.only_tier else '' end as value, j.ordered_on as day,
  count(*) filter (where (j.back_within_90d is not null) and (j.back_within_90d)) as next_order_rate_90d_part,
  count(*) filter (where j.back_within_90d is not null) as next_order_rate_90d_whole
from (select j.*, coalesce(j.region_code, '') as only_region_code, coalesce(j.first_or_repeat, '') as only_first_or_repeat, coalesce(j.tier, '') as only_tier from journey.buying_days j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.only_region_code), (j.shop, j.ordered_on, j.only_first_or_repeat), (j.shop, j.ordered_on, j.only_tier))
)
select dimension, span, shop, day, value, next_order_rate_90d_part, next_order_rate_90d_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.next_order_rate_90d_part)::bigint as next_order_rate_90d_part, sum(c.next_order_rate_90d_whole)::bigint as next_order_rate_90d_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.next_order_rate_90d_part <> 0 or c.next_order_rate_90d_whole <> 0 order by dimension, span, shop, day, value;
