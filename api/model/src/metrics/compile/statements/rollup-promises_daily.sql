create table mart.promises_daily (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  promise_kept_rate_part bigint not null default 0,
  promise_kept_rate_whole bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.promises_daily (dimension, shop, value, day, promise_kept_rate_part, promise_kept_rate_whole)
select dimension, shop, value, day, promise_kept_rate_part, promise_kept_rate_whole from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.status) = 0 then 'ORDER_STATUS' when grouping(j.lateness) = 0 then 'LATE' when grouping(j.delay_bucket) = 0 then 'DELAY_BUCKET' when grouping(j.first_or_repeat) = 0 then 'FIRST_OR_REPEAT' else '' end as dimension, j.shop,
  case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.status) = 0 then coalesce(j.status, '') when grouping(j.lateness) = 0 then coalesce(j.lateness, '') when grouping(j.delay_bucket) = 0 then coalesce(j.delay_bucket, '') when grouping(j.first_or_repeat) = 0 then coalesce(j.first_or_repeat, '') else '' end as value, j.promised_on as day,
  count(*) filter (where j.delivered_on <= j.promised_on) as promise_kept_rate_part,
  count(*) as promise_kept_rate_whole
from journey.order_journey j where j.valid and j.promised_on is not null
group by grouping sets ((j.shop, j.promised_on), (j.shop, j.promised_on, j.region_code), (j.shop, j.promised_on, j.status), (j.shop, j.promised_on, j.lateness), (j.shop, j.promised_on, j.delay_bucket), (j.shop, j.promised_on, j.first_or_repeat))
union all
select 'CATEGORY' as dimension, j.shop, coalesce(d.value, '') as value, j.promised_on as day,
  count(*) filter (where j.delivered_on <= j.promised_on) as promise_kept_rate_part,
  count(*) as promise_kept_rate_whole
from journey.order_journey j left join lateral unnest(j.categories, j.category_minor) as d(value, minor) on true where j.valid and j.promised_on is not null
group by j.shop, coalesce(d.value, ''), j.promised_on
union all
select 'PAYMENT_METHOD' as dimension, j.shop, coalesce(d.value, '') as value, j.promised_on as day,
  count(*) filter (where j.delivered_on <= j.promised_on) as promise_kept_rate_part,
  count(*) as promise_kept_rate_whole
from journey.order_journey j left join lateral unnest(j.payment_methods, j.payment_method_minor) as d(value, minor) on true where j.valid and j.promised_on is not null
group by j.shop, coalesce(d.value, ''), j.promised_on
) c order by dimension, shop, value, day;
