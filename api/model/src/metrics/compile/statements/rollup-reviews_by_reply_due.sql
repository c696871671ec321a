create table mart.reviews_by_reply_due (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  review_reply_48h_rate_part bigint not null default 0,
  review_reply_48h_rate_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.reviews_by_reply_due (dimension, span, shop, day, value, review_reply_48h_rate_part, review_reply_48h_rate_whole)
select dimension, span, shop, day, value, review_reply_48h_rate_part, review_reply_48h_rate_whole from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_source) = 0 then 'REVIEW_SOURCE' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_first_or_repeat) = 0 then j.only_first_or_repeat when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_source) = 0 then j.only_source else '' end as value, j.reply_due_on as day,
  count(*) filter (where (j.first_score <= 2 and j.replied_48h is not null) and (j.replied_48h)) as review_reply_48h_rate_part,
  count(*) filter (where j.first_score <= 2 and j.replied_48h is not null) as review_reply_48h_rate_whole
from (select j.*, coalesce(j.region_code, '') as only_region_code, coalesce(j.lateness, '') as only_lateness, coalesce(j.first_or_repeat, '') as only_first_or_repeat, coalesce(j.category_code, '') as only_category_code, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.source, '') as only_source from journey.review_journey j where j.reply_due_on is not null) j
group by grouping sets ((j.shop, j.reply_due_on), (j.shop, j.reply_due_on, j.only_region_code), (j.shop, j.reply_due_on, j.only_lateness), (j.shop, j.reply_due_on, j.only_first_or_repeat), (j.shop, j.reply_due_on, j.only_category_code), (j.shop, j.reply_due_on, j.only_carrier_code), (j.shop, j.reply_due_on, j.only_source))
)
select dimension, span, shop, day, value, review_reply_48h_rate_part, review_reply_48h_rate_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.review_reply_48h_rate_part)::bigint as review_reply_48h_rate_part, sum(c.review_reply_48h_rate_whole)::bigint as review_reply_48h_rate_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.review_reply_48h_rate_part <> 0 or c.review_reply_48h_rate_whole <> 0 order by dimension, span, shop, day, value;
