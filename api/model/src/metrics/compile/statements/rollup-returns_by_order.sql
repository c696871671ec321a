create table mart.returns_by_order (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  first_request_quality_rate bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.returns_by_order (dimension, span, shop, day, value, first_request_quality_rate)
select dimension, span, shop, day, value, first_request_quality_rate from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_merchant_external_id) = 0 then 'MERCHANT' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_product_external_id) = 0 then 'PRODUCT' when grouping(j.only_reason) = 0 then 'RETURN_REASON' when grouping(j.only_kind) = 0 then 'RETURN_KIND' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_lateness) = 0 then 'day' when grouping(j.only_category_code) = 0 then 'day' when grouping(j.only_merchant_external_id) = 0 then 'month' when grouping(j.only_carrier_code) = 0 then 'day' when grouping(j.only_product_external_id) = 0 then 'month' when grouping(j.only_reason) = 0 then 'day' when grouping(j.only_kind) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_merchant_external_id) = 0 then j.only_merchant_external_id when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_product_external_id) = 0 then j.only_product_external_id when grouping(j.only_reason) = 0 then j.only_reason when grouping(j.only_kind) = 0 then j.only_kind else '' end as value, coalesce(j.ordered_on, j.month) as day,
  count(*) filter (where j.first_of_order and j.quality) as first_request_quality_rate
from (select j.*, date_trunc('month', j.ordered_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.lateness, '') as only_lateness, coalesce(j.category_code, '') as only_category_code, coalesce(j.merchant_external_id, '') as only_merchant_external_id, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.product_external_id, '') as only_product_external_id, coalesce(j.reason, '') as only_reason, coalesce(j.kind, '') as only_kind from journey.return_journey j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.only_region_code), (j.shop, j.ordered_on, j.only_lateness), (j.shop, j.ordered_on, j.only_category_code), (j.shop, j.month, j.only_merchant_external_id), (j.shop, j.ordered_on, j.only_carrier_code), (j.shop, j.month, j.only_product_external_id), (j.shop, j.ordered_on, j.only_reason), (j.shop, j.ordered_on, j.only_kind))
)
select dimension, span, shop, day, value, first_request_quality_rate from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.first_request_quality_rate)::bigint as first_request_quality_rate
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.first_request_quality_rate <> 0 order by dimension, span, shop, day, value;
