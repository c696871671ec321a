create table mart.items_by_delivered (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  not_as_described_rate_part bigint not null default 0,
  not_as_described_rate_whole bigint not null default 0,
  defect_rate_part bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.items_by_delivered (dimension, span, shop, day, value, not_as_described_rate_part, not_as_described_rate_whole, defect_rate_part)
select dimension, span, shop, day, value, not_as_described_rate_part, not_as_described_rate_whole, defect_rate_part from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_merchant_external_id) = 0 then 'MERCHANT' when grouping(j.only_carrier_code) = 0 then 'CARRIER' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_first_or_repeat) = 0 then 'day' when grouping(j.only_category_code) = 0 then 'day' when grouping(j.only_merchant_external_id) = 0 then 'month' when grouping(j.only_carrier_code) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_first_or_repeat) = 0 then j.only_first_or_repeat when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_merchant_external_id) = 0 then j.only_merchant_external_id when grouping(j.only_carrier_code) = 0 then j.only_carrier_code else '' end as value, coalesce(j.delivered_on, j.month) as day,
  count(*) filter (where j.not_as_described) as not_as_described_rate_part,
  count(*) as not_as_described_rate_whole,
  count(*) filter (where j.defect) as defect_rate_part
from (select j.*, date_trunc('month', j.delivered_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.first_or_repeat, '') as only_first_or_repeat, coalesce(j.category_code, '') as only_category_code, coalesce(j.merchant_external_id, '') as only_merchant_external_id, coalesce(j.carrier_code, '') as only_carrier_code from journey.item_facts j where j.delivered_on is not null) j
group by grouping sets ((j.shop, j.delivered_on), (j.shop, j.delivered_on, j.only_region_code), (j.shop, j.delivered_on, j.only_first_or_repeat), (j.shop, j.delivered_on, j.only_category_code), (j.shop, j.month, j.only_merchant_external_id), (j.shop, j.delivered_on, j.only_carrier_code))
)
select dimension, span, shop, day, value, not_as_described_rate_part, not_as_described_rate_whole, defect_rate_part from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.not_as_described_rate_part)::bigint as not_as_described_rate_part, sum(c.not_as_described_rate_whole)::bigint as not_as_described_rate_whole, sum(c.defect_rate_part)::bigint as defect_rate_part
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.not_as_described_rate_part <> 0 or c.not_as_described_rate_whole <> 0 or c.defect_rate_part <> 0 order by dimension, span, shop, day, value;
