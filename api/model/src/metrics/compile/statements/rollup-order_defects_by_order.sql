create table mart.order_defects_by_order (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  pre_fulfilment_cancel_rate_part bigint not null default 0,
  pre_fulfilment_cancel_rate_whole bigint not null default 0,
  transaction_defect_rate_part bigint not null default 0,
  order_defect_rate_part bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.order_defects_by_order (dimension, span, shop, day, value, pre_fulfilment_cancel_rate_part, pre_fulfilment_cancel_rate_whole, transaction_defect_rate_part, order_defect_rate_part)
select dimension, span, shop, day, value, pre_fulfilment_cancel_rate_part, pre_fulfilment_cancel_rate_whole, transaction_defect_rate_part, order_defect_rate_part from (
with fine as materialized (
select dimension, span, shop, value, day, coalesce(one.pre_fulfilment_cancel_rate_part, 0) + coalesce(several.pre_fulfilment_cancel_rate_part, 0) as pre_fulfilment_cancel_rate_part, coalesce(one.pre_fulfilment_cancel_rate_whole, 0) + coalesce(several.pre_fulfilment_cancel_rate_whole, 0) as pre_fulfilment_cancel_rate_whole, coalesce(one.transaction_defect_rate_part, 0) + coalesce(several.transaction_defect_rate_part, 0) as transaction_defect_rate_part, coalesce(one.order_defect_rate_part, 0) + coalesce(several.order_defect_rate_part, 0) as order_defect_rate_part from (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_status) = 0 then 'ORDER_STATUS' when grouping(j.only_first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.only_categories) = 0 then 'CATEGORY' when grouping(j.only_merchants) = 0 then 'MERCHANT' when grouping(j.only_carrier_code) = 0 then 'CARRIER' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_status) = 0 then 'day' when grouping(j.only_first_or_repeat) = 0 then 'day' when grouping(j.only_categories) = 0 then 'day' when grouping(j.only_merchants) = 0 then 'month' when grouping(j.only_carrier_code) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_status) = 0 then j.only_status when grouping(j.only_first_or_repeat) = 0 then j.only_first_or_repeat when grouping(j.only_categories) = 0 then j.only_categories when grouping(j.only_merchants) = 0 then j.only_merchants when grouping(j.only_carrier_code) = 0 then j.only_carrier_code else '' end as value, coalesce(j.ordered_on, j.month) as day,
  count(*) filter (where j.canceled_by_seller and (j.handed_over_at is null or j.canceled_at < j.handed_over_at)) as pre_fulfilment_cancel_rate_part,
  count(*) as pre_fulfilment_cancel_rate_whole,
  count(*) filter (where j.canceled_by_seller or j.lost_at_platform) as transaction_defect_rate_part,
  count(*) filter (where j.negative_review or j.at_platform or j.charged_back) as order_defect_rate_part
from (select j.*, date_trunc('month', j.ordered_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.status, '') as only_status, coalesce(j.first_or_repeat, '') as only_first_or_repeat, case cardinality(j.categories) when 0 then '' when 1 then j.categories[1] end as only_categories, case cardinality(j.merchants) when 0 then '' when 1 then j.merchants[1] end as only_merchants, coalesce(j.carrier_code, '') as only_carrier_code from journey.order_defects j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.only_region_code), (j.shop, j.ordered_on, j.only_status), (j.shop, j.ordered_on, j.only_first_or_repeat), (j.shop, j.ordered_on, j.only_categories), (j.shop, j.month, j.only_merchants), (j.shop, j.ordered_on, j.only_carrier_code))
having not (grouping(j.only_categories) = 0 and j.only_categories is null) and not (grouping(j.only_merchants) = 0 and j.only_merchants is null)
) one full join (
select 'CATEGORY' as dimension, 'day' as span, j.shop, d.value, j.ordered_on as day,
  count(*) filter (where j.canceled_by_seller and (j.handed_over_at is null or j.canceled_at < j.handed_over_at)) as pre_fulfilment_cancel_rate_part,
  count(*) as pre_fulfilment_cancel_rate_whole,
  count(*) filter (where j.canceled_by_seller or j.lost_at_platform) as transaction_defect_rate_part,
  count(*) filter (where j.negative_review or j.at_platform or j.charged_back) as order_defect_rate_part
from journey.order_defects j cross join lateral unnest(j.categories) as d(value)
where j.ordered_on is not null and cardinality(j.categories) > 1
group by j.shop, d.value, j.ordered_on
union all
select 'MERCHANT' as dimension, 'month' as span, j.shop, d.value, date_trunc('month', j.ordered_on::timestamp)::date as day,
  count(*) filter (where j.canceled_by_seller and (j.handed_over_at is null or j.canceled_at < j.handed_over_at)) as pre_fulfilment_cancel_rate_part,
  count(*) as pre_fulfilment_cancel_rate_whole,
  count(*) filter (where j.canceled_by_seller or j.lost_at_platform) as transaction_defect_rate_part,
  count(*) filter (where j.negative_review or j.at_platform or j.charged_back) as order_defect_rate_part
from journey.order_defects j cross join lateral unnest(j.merchants) as d(value)
where j.ordered_on is not null and cardinality(j.merchants) > 1
group by j.shop, d.value, date_trunc('month', j.ordered_on::timestamp)::date
) several using (dimension, span, shop, value, day)
)
select dimension, span, shop, day, value, pre_fulfilment_cancel_rate_part, pre_fulfilment_cancel_rate_whole, transaction_defect_rate_part, order_defect_rate_part from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.pre_fulfilment_cancel_rate_part)::bigint as pre_fulfilment_cancel_rate_part, sum(c.pre_fulfilment_cancel_rate_whole)::bigint as pre_fulfilment_cancel_rate_whole, sum(c.transaction_defect_rate_part)::bigint as transaction_defect_rate_part, sum(c.order_defect_rate_part)::bigint as order_defect_rate_part
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.pre_fulfilment_cancel_rate_part <> 0 or c.pre_fulfilment_cancel_rate_whole <> 0 or c.transaction_defect_rate_part <> 0 or c.order_defect_rate_part <> 0 order by dimension, span, shop, day, value;
