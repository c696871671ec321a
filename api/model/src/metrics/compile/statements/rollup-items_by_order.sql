create table mart.items_by_order (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  mispick_rate_part bigint not null default 0,
  mispick_rate_whole bigint not null default 0,
  product_return_rate_part bigint not null default 0,
  product_return_rate_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.items_by_order (dimension, span, shop, day, value, mispick_rate_part, mispick_rate_whole, product_return_rate_part, product_return_rate_whole)
select dimension, span, shop, day, value, mispick_rate_part, mispick_rate_whole, product_return_rate_part, product_return_rate_whole from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_merchant_external_id) = 0 then 'MERCHANT' when grouping(j.only_carrier_code) = 0 then 'CARRIER' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_first_or_repeat) = 0 then 'day' when grouping(j.only_category_code) = 0 then 'day' when grouping(j.only_merchant_external_id) = 0 then 'month' when grouping(j.only_carrier_code) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_first_or_repeat) = 0 then j.only_first_or_repeat when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_merchant_external_id) = 0 then j.only_merchant_external_id when grouping(j.only_carrier_code) = 0 then j.only_carrier_code else '' end as value, coalesce(j.ordered_on, j.month) as day,
  count(*) filter (where (j.picked_right is not null) and (not j.picked_right)) as mispick_rate_part,
  count(*) filter (where j.picked_right is not null) as mispick_rate_whole,
  coalesce(sum(case when j.delivered_on is not null then least(j.returned_units, j.units) else 0 end), 0) as product_return_rate_part,
  coalesce(sum(case when j.delivered_on is not null then j.units else 0 end), 0) as product_return_rate_whole
from (select j.*, date_trunc('month', j.ordered_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.first_or_repeat, '') as only_first_or_repeat, coalesce(j.category_code, '') as only_category_code, coalesce(j.merchant_external_id, '') as only_merchant_external_id, coalesce(j.carrier_code, '') as only_carrier_code from journey.item_facts j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.only_region_code), (j.shop, j.ordered_on, j.only_first_or_repeat), (j.shop, j.ordered_on, j.only_category_code), (j.shop, j.month, j.only_merchant_external_id), (j.shop, j.ordered_on, j.only_carrier_code))
)
select dimension, span, shop, day, value, mispick_rate_part, mispick_rate_whole, product_return_rate_part, product_return_rate_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.mispick_rate_part)::bigint as mispick_rate_part, sum(c.mispick_rate_whole)::bigint as mispick_rate_whole, sum(c.product_return_rate_part)::bigint as product_return_rate_part, sum(c.product_return_rate_whole)::bigint as product_return_rate_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.mispick_rate_part <> 0 or c.mispick_rate_whole <> 0 or c.product_return_rate_part <> 0 or c.product_return_rate_whole <> 0 order by dimension, span, shop, day, value;
