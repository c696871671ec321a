create table mart.reviews_by_answered (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  reviews_received bigint not null default 0,
  positive_share_received_part bigint not null default 0,
  positive_share_written_part bigint not null default 0,
  positive_share_written_whole bigint not null default 0,
  bad_review_rate_part bigint not null default 0,
  bad_review_recovery_rate_part bigint not null default 0,
  bad_review_recovery_rate_whole bigint not null default 0,
  invited_share_part bigint not null default 0,
  follow_up_share_part bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.reviews_by_answered (dimension, span, shop, day, value, reviews_received, positive_share_received_part, positive_share_written_part, positive_share_written_whole, bad_review_rate_part, bad_review_recovery_rate_part, bad_review_recovery_rate_whole, invited_share_part, follow_up_share_part)
select dimension, span, shop, day, value, reviews_received, positive_share_received_part, positive_share_written_part, positive_share_written_whole, bad_review_rate_part, bad_review_recovery_rate_part, bad_review_recovery_rate_whole, invited_share_part, follow_up_share_part from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_merchant_external_id) = 0 then 'MERCHANT' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_source) = 0 then 'REVIEW_SOURCE' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_lateness) = 0 then 'day' when grouping(j.only_first_or_repeat) = 0 then 'day' when grouping(j.only_category_code) = 0 then 'day' when grouping(j.only_merchant_external_id) = 0 then 'month' when grouping(j.only_carrier_code) = 0 then 'day' when grouping(j.only_source) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_first_or_repeat) = 0 then j.only_first_or_repeat when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_merchant_external_id) = 0 then j.only_merchant_external_id when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_source) = 0 then j.only_source else '' end as value, coalesce(j.answered_on, j.month) as day,
  count(*) as reviews_received,
  count(*) filter (where j.positive) as positive_share_received_part,
  count(*) filter (where (j.spontaneous) and (j.positive)) as positive_share_written_part,
  count(*) filter (where j.spontaneous) as positive_share_written_whole,
  count(*) filter (where j.score = 1) as bad_review_rate_part,
  count(*) filter (where (j.recovered is not null) and (j.recovered)) as bad_review_recovery_rate_part,
  count(*) filter (where j.recovered is not null) as bad_review_recovery_rate_whole,
  count(*) filter (where j.invited) as invited_share_part,
  count(*) filter (where j.follow_up) as follow_up_share_part
from (select j.*, date_trunc('month', j.answered_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.lateness, '') as only_lateness, coalesce(j.first_or_repeat, '') as only_first_or_repeat, coalesce(j.category_code, '') as only_category_code, coalesce(j.merchant_external_id, '') as only_merchant_external_id, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.source, '') as only_source from journey.review_journey j where j.answered_on is not null) j
group by grouping sets ((j.shop, j.answered_on), (j.shop, j.answered_on, j.only_region_code), (j.shop, j.answered_on, j.only_lateness), (j.shop, j.answered_on, j.only_first_or_repeat), (j.shop, j.answered_on, j.only_category_code), (j.shop, j.month, j.only_merchant_external_id), (j.shop, j.answered_on, j.only_carrier_code), (j.shop, j.answered_on, j.only_source))
)
select dimension, span, shop, day, value, reviews_received, positive_share_received_part, positive_share_written_part, positive_share_written_whole, bad_review_rate_part, bad_review_recovery_rate_part, bad_review_recovery_rate_whole, invited_share_part, follow_up_share_part from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.reviews_received)::bigint as reviews_received, sum(c.positive_share_received_part)::bigint as positive_share_received_part, sum(c.positive_share_written_part)::bigint as positive_share_written_part, sum(c.positive_share_written_whole)::bigint as positive_share_written_whole, sum(c.bad_review_rate_part)::bigint as bad_review_rate_part, sum(c.bad_review_recovery_rate_part)::bigint as bad_review_recovery_rate_part, sum(c.bad_review_recovery_rate_whole)::bigint as bad_review_recovery_rate_whole, sum(c.invited_share_part)::bigint as invited_share_part, sum(c.follow_up_share_part)::bigint as follow_up_share_part
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.reviews_received <> 0 or c.positive_share_received_part <> 0 or c.positive_share_written_part <> 0 or c.positive_share_written_whole <> 0 or c.bad_review_rate_part <> 0 or c.bad_review_recovery_rate_part <> 0 or c.bad_review_recovery_rate_whole <> 0 or c.invited_share_part <> 0 or c.follow_up_share_part <> 0 order by dimension, span, shop, day, value;
