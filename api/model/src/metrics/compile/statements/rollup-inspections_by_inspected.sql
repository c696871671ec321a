create table mart.inspections_by_inspected (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  inspection_pass_rate_part bigint not null default 0,
  inspection_pass_rate_whole bigint not null default 0,
  counterfeit_rate_part bigint not null default 0,
  unsafe_share_part bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.inspections_by_inspected (dimension, span, shop, day, value, inspection_pass_rate_part, inspection_pass_rate_whole, counterfeit_rate_part, unsafe_share_part)
select dimension, span, shop, day, value, inspection_pass_rate_part, inspection_pass_rate_whole, counterfeit_rate_part, unsafe_share_part from (
with fine as materialized (
select case when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_merchant_external_id) = 0 then 'MERCHANT' else '' end as dimension, case when grouping(j.only_category_code) = 0 then 'day' when grouping(j.only_merchant_external_id) = 0 then 'month' else 'day' end as span, j.shop, case when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_merchant_external_id) = 0 then j.only_merchant_external_id else '' end as value, coalesce(j.inspected_on, j.month) as day,
  count(*) filter (where (j.outcome is not null) and (j.passed)) as inspection_pass_rate_part,
  count(*) filter (where j.outcome is not null) as inspection_pass_rate_whole,
  count(*) filter (where (j.outcome is not null) and (j.counterfeit)) as counterfeit_rate_part,
  count(*) filter (where (j.outcome is not null) and (j.unsafe)) as unsafe_share_part
from (select j.*, date_trunc('month', j.inspected_on::timestamp)::date as month, coalesce(j.category_code, '') as only_category_code, coalesce(j.merchant_external_id, '') as only_merchant_external_id from journey.inspection_facts j where j.inspected_on is not null) j
group by grouping sets ((j.shop, j.inspected_on), (j.shop, j.inspected_on, j.only_category_code), (j.shop, j.month, j.only_merchant_external_id))
)
select dimension, span, shop, day, value, inspection_pass_rate_part, inspection_pass_rate_whole, counterfeit_rate_part, unsafe_share_part from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.inspection_pass_rate_part)::bigint as inspection_pass_rate_part, sum(c.inspection_pass_rate_whole)::bigint as inspection_pass_rate_whole, sum(c.counterfeit_rate_part)::bigint as counterfeit_rate_part, sum(c.unsafe_share_part)::bigint as unsafe_share_part
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.inspection_pass_rate_part <> 0 or c.inspection_pass_rate_whole <> 0 or c.counterfeit_rate_part <> 0 or c.unsafe_share_part <> 0 order by dimension, span, shop, day, value;
