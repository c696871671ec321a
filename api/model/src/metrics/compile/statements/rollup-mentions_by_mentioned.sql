create table mart.mentions_by_mentioned (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  mentions bigint not null default 0,
  mention_positive_share_part bigint not null default 0,
  mention_positive_share_whole bigint not null default 0,
  mention_negative_share_part bigint not null default 0,
  mention_response_24h_rate_part bigint not null default 0,
  mention_response_24h_rate_whole bigint not null default 0,
  mention_reach bigint not null default 0,
  mention_reach_squares numeric not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.mentions_by_mentioned (dimension, span, shop, day, value, mentions, mention_positive_share_part, mention_positive_share_whole, mention_negative_share_part, mention_response_24h_rate_part, mention_response_24h_rate_whole, mention_reach, mention_reach_squares)
select dimension, span, shop, day, value, mentions, mention_positive_share_part, mention_positive_share_whole, mention_negative_share_part, mention_response_24h_rate_part, mention_response_24h_rate_whole, mention_reach, mention_reach_squares from (
with fine as materialized (
select case when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_topic) = 0 then 'TOPIC' when grouping(j.only_platform) = 0 then 'PLATFORM' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_topic) = 0 then j.only_topic when grouping(j.only_platform) = 0 then j.only_platform else '' end as value, j.mentioned_on as day,
  count(*) as mentions,
  count(*) filter (where (j.sentiment is not null) and (j.positive)) as mention_positive_share_part,
  count(*) filter (where j.sentiment is not null) as mention_positive_share_whole,
  count(*) filter (where (j.sentiment is not null) and (j.negative)) as mention_negative_share_part,
  count(*) filter (where (j.negative and j.responded_24h is not null) and (j.responded_24h)) as mention_response_24h_rate_part,
  count(*) filter (where j.negative and j.responded_24h is not null) as mention_response_24h_rate_whole,
  coalesce(sum(coalesce(j.reach, 0)), 0) as mention_reach,
  coalesce(sum(least(coalesce(j.reach, 0), 3000000000) * least(coalesce(j.reach, 0), 3000000000)), 0) as mention_reach_squares
from (select j.*, coalesce(j.category_code, '') as only_category_code, coalesce(j.topic, '') as only_topic, coalesce(j.platform, '') as only_platform from journey.mention_facts j where j.mentioned_on is not null) j
group by grouping sets ((j.shop, j.mentioned_on), (j.shop, j.mentioned_on, j.only_category_code), (j.shop, j.mentioned_on, j.only_topic), (j.shop, j.mentioned_on, j.only_platform))
)
select dimension, span, shop, day, value, mentions, mention_positive_share_part, mention_positive_share_whole, mention_negative_share_part, mention_response_24h_rate_part, mention_response_24h_rate_whole, mention_reach, mention_reach_squares from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.mentions)::bigint as mentions, sum(c.mention_positive_share_part)::bigint as mention_positive_share_part, sum(c.mention_positive_share_whole)::bigint as mention_positive_share_whole, sum(c.mention_negative_share_part)::bigint as mention_negative_share_part, sum(c.mention_response_24h_rate_part)::bigint as mention_response_24h_rate_part, sum(c.mention_response_24h_rate_whole)::bigint as mention_response_24h_rate_whole, sum(c.mention_reach)::bigint as mention_reach, sum(c.mention_reach_squares)::numeric as mention_reach_squares
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.mentions <> 0 or c.mention_positive_share_part <> 0 or c.mention_positive_share_whole <> 0 or c.mention_negative_share_part <> 0 or c.mention_response_24h_rate_part <> 0 or c.mention_response_24h_rate_whole <> 0 or c.mention_reach <> 0 or c.mention_reach_squares <> 0 order by dimension, span, shop, day, value;
