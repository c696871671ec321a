create table mart.orders_by_due (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  delay_notified_first_rate_part bigint not null default 0,
  delay_notified_first_rate_whole bigint not null default 0,
  otif_part bigint not null default 0,
  otif_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.orders_by_due (dimension, span, shop, day, value, delay_notified_first_rate_part, delay_notified_first_rate_whole, otif_part, otif_whole)
select dimension, span, shop, day, value, delay_notified_first_rate_part, delay_notified_first_rate_whole, otif_part, otif_whole from (
with fine as materialized (
select dimension, span, shop, value, day, coalesce(one.delay_notified_first_rate_part, 0) + coalesce(several.delay_notified_first_rate_part, 0) as delay_notified_first_rate_part, coalesce(one.delay_notified_first_rate_whole, 0) + coalesce(several.delay_notified_first_rate_whole, 0) as delay_notified_first_rate_whole, coalesce(one.otif_part, 0) + coalesce(several.otif_part, 0) as otif_part, coalesce(one.otif_whole, 0) + coalesce(several.otif_whole, 0) as otif_whole from (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_status) = 0 then 'ORDER_STATUS' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_delay_bucket) = 0 then 'DELAY_BUCKET' when grouping(j.only_first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.only_categories) = 0 then 'CATEGORY' when grouping(j.only_payment_methods) = 0 then 'PAYMENT_METHOD' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_status) = 0 then j.only_status when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_delay_bucket) = 0 then j.only_delay_bucket when grouping(j.only_first_or_repeat) = 0 then j.only_first_or_repeat when grouping(j.only_categories) = 0 then j.only_categories when grouping(j.only_payment_methods) = 0 then j.only_payment_methods else '' end as value, j.promised_on as day,
  count(*) filter (where (j.delay_notified_first is not null) and (j.delay_notified_first)) as delay_notified_first_rate_part,
  count(*) filter (where j.delay_notified_first is not null) as delay_notified_first_rate_whole,
  count(*) filter (where coalesce(j.delivered_on <= j.promised_on, false) and j.items_mispicked = 0 and not j.lost) as otif_part,
  count(*) as otif_whole
from (select j.*, coalesce(j.region_code, '') as only_region_code, coalesce(j.status, '') as only_status, coalesce(j.lateness, '') as only_lateness, coalesce(j.delay_bucket, '') as only_delay_bucket, coalesce(j.first_or_repeat, '') as only_first_or_repeat, case cardinality(j.categories) when 0 then '' when 1 then j.categories[1] end as only_categories, case cardinality(j.payment_methods) when 0 then '' when 1 then j.payment_methods[1] end as only_payment_methods from journey.order_journey j where j.valid and j.promised_on is not null) j
group by grouping sets ((j.shop, j.promised_on), (j.shop, j.promised_on, j.only_region_code), (j.shop, j.promised_on, j.only_status), (j.shop, j.promised_on, j.only_lateness), (j.shop, j.promised_on, j.only_delay_bucket), (j.shop, j.promised_on, j.only_first_or_repeat), (j.shop, j.promised_on, j.only_categories), (j.shop, j.promised_on, j.only_payment_methods))
having not (grouping(j.only_categories) = 0 and j.only_categories is null) and not (grouping(j.only_payment_methods) = 0 and j.only_payment_methods is null)
) one full join (
select 'CATEGORY' as dimension, 'day' as span, j.shop, d.value, j.promised_on as day,
  count(*) filter (where (j.delay_notified_first is not null) and (j.delay_notified_first)) as delay_notified_first_rate_part,
  count(*) filter (where j.delay_notified_first is not null) as delay_notified_first_rate_whole,
  count(*) filter (where coalesce(j.delivered_on <= j.promised_on, false) and j.items_mispicked = 0 and not j.lost) as otif_part,
  count(*) as otif_whole
from journey.order_journey j cross join lateral unnest(j.categories, j.category_minor) as d(value, minor)
where j.valid and j.promised_on is not null and cardinality(j.categories) > 1
group by j.shop, d.value, j.promised_on
union all
select 'PAYMENT_METHOD' as dimension, 'day' as span, j.shop, d.value, j.promised_on as day,
  count(*) filter (where (j.delay_notified_first is not null) and (j.delay_notified_first)) as delay_notified_first_rate_part,
  count(*) filter (where j.delay_notified_first is not null) as delay_notified_first_rate_whole,
  count(*) filter (where coalesce(j.delivered_on <= j.promised_on, false) and j.items_mispicked = 0 and not j.lost) as otif_part,
  count(*) as otif_whole
from journey.order_journey j cross join lateral unnest(j.payment_methods, j.payment_method_minor) as d(value, minor)
where j.valid and j.promised_on is not null and cardinality(j.payment_methods) > 1
group by j.shop, d.value, j.promised_on
) several using (dimension, span, shop, value, day)
)
select dimension, span, shop, day, value, delay_notified_first_rate_part, delay_notified_first_rate_whole, otif_part, otif_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.delay_notified_first_rate_part)::bigint as delay_notified_first_rate_part, sum(c.delay_notified_first_rate_whole)::bigint as delay_notified_first_rate_whole, sum(c.otif_part)::bigint as otif_part, sum(c.otif_whole)::bigint as otif_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.delay_notified_first_rate_part <> 0 or c.delay_notified_first_rate_whole <> 0 or c.otif_part <> 0 or c.otif_whole <> 0 order by dimension, span, shop, day, value;
