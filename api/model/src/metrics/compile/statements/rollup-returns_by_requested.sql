create table mart.returns_by_requested (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  exchange_share_part bigint not null default 0,
  exchange_share_whole bigint not null default 0,
  platform_intervention_rate_part bigint not null default 0,
  platform_intervention_rate_whole bigint not null default 0,
  repair_share_part bigint not null default 0,
  return_approval_rate_part bigint not null default 0,
  return_approval_rate_whole bigint not null default 0,
  returns bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.returns_by_requested (dimension, span, shop, day, value, exchange_share_part, exchange_share_whole, platform_intervention_rate_part, platform_intervention_rate_whole, repair_share_part, return_approval_rate_part, return_approval_rate_whole, returns)
select dimension, span, shop, day, value, exchange_share_part, exchange_share_whole, platform_intervention_rate_part, platform_intervention_rate_whole, repair_share_part, return_approval_rate_part, return_approval_rate_whole, returns from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_merchant_external_id) = 0 then 'MERCHANT' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_product_external_id) = 0 then 'PRODUCT' when grouping(j.only_reason) = 0 then 'RETURN_REASON' when grouping(j.only_kind) = 0 then 'RETURN_KIND' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_lateness) = 0 then 'day' when grouping(j.only_category_code) = 0 then 'day' when grouping(j.only_merchant_external_id) = 0 then 'month' when grouping(j.only_carrier_code) = 0 then 'day' when grouping(j.only_product_external_id) = 0 then 'month' when grouping(j.only_reason) = 0 then 'day' when grouping(j.only_kind) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_merchant_external_id) = 0 then j.only_merchant_external_id when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_product_external_id) = 0 then j.only_product_external_id when grouping(j.only_reason) = 0 then j.only_reason when grouping(j.only_kind) = 0 then j.only_kind else '' end as value, coalesce(j.requested_on, j.month) as day,
  count(*) filter (where (not j.withdrawn) and (j.kind = 'exchange')) as exchange_share_part,
  count(*) filter (where not j.withdrawn) as exchange_share_whole,
  count(*) filter (where (j.kind in ('return', 'refund_only')) and (j.stepped_in)) as platform_intervention_rate_part,
  count(*) filter (where j.kind in ('return', 'refund_only')) as platform_intervention_rate_whole,
  count(*) filter (where (not j.withdrawn) and (j.kind = 'repair')) as repair_share_part,
  count(*) filter (where (j.approved is not null and not j.withdrawn) and (j.approved)) as return_approval_rate_part,
  count(*) filter (where j.approved is not null and not j.withdrawn) as return_approval_rate_whole,
  count(*) as returns
from (select j.*, date_trunc('month', j.requested_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.lateness, '') as only_lateness, coalesce(j.category_code, '') as only_category_code, coalesce(j.merchant_external_id, '') as only_merchant_external_id, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.product_external_id, '') as only_product_external_id, coalesce(j.reason, '') as only_reason, coalesce(j.kind, '') as only_kind from journey.return_journey j where j.requested_on is not null) j
group by grouping sets ((j.shop, j.requested_on), (j.shop, j.requested_on, j.only_region_code), (j.shop, j.requested_on, j.only_lateness), (j.shop, j.requested_on, j.only_category_code), (j.shop, j.month, j.only_merchant_external_id), (j.shop, j.requested_on, j.only_carrier_code), (j.shop, j.month, j.only_product_external_id), (j.shop, j.requested_on, j.only_reason), (j.shop, j.requested_on, j.only_kind))
)
select dimension, span, shop, day, value, exchange_share_part, exchange_share_whole, platform_intervention_rate_part, platform_intervention_rate_whole, repair_share_part, return_approval_rate_part, return_approval_rate_whole, returns from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.exchange_share_part)::bigint as exchange_share_part, sum(c.exchange_share_whole)::bigint as exchange_share_whole, sum(c.platform_intervention_rate_part)::bigint as platform_intervention_rate_part, sum(c.platform_intervention_rate_whole)::bigint as platform_intervention_rate_whole, sum(c.repair_share_part)::bigint as repair_share_part, sum(c.return_approval_rate_part)::bigint as return_approval_rate_part, sum(c.return_approval_rate_whole)::bigint as return_approval_rate_whole, sum(c.returns)::bigint as returns
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.exchange_share_part <> 0 or c.exchange_share_whole <> 0 or c.platform_intervention_rate_part <> 0 or c.platform_intervention_rate_whole <> 0 or c.repair_share_part <> 0 or c.return_approval_rate_part <> 0 or c.return_approval_rate_whole <> 0 or c.returns <> 0 order by dimension, span, shop, day, value;
