create table mart.replies_by_replied (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  human_reply_seconds_mean_sum bigint not null default 0,
  human_reply_seconds_mean_whole bigint not null default 0,
  human_reply_seconds_mean_squares numeric not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.replies_by_replied (dimension, span, shop, day, value, human_reply_seconds_mean_sum, human_reply_seconds_mean_whole, human_reply_seconds_mean_squares)
select dimension, span, shop, day, value, human_reply_seconds_mean_sum, human_reply_seconds_mean_whole, human_reply_seconds_mean_squares from (
with fine as materialized (
select case when grouping(j.only_channel) = 0 then 'CHANNEL' when grouping(j.only_topic) = 0 then 'TOPIC' when grouping(j.only_case_type) = 0 then 'CASE_TYPE' when grouping(j.only_agent_code) = 0 then 'AGENT' when grouping(j.only_team) = 0 then 'TEAM' when grouping(j.only_handled_by) = 0 then 'HANDLED_BY' else '' end as dimension, case when grouping(j.only_channel) = 0 then 'day' when grouping(j.only_topic) = 0 then 'day' when grouping(j.only_case_type) = 0 then 'day' when grouping(j.only_agent_code) = 0 then 'month' when grouping(j.only_team) = 0 then 'day' when grouping(j.only_handled_by) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_channel) = 0 then j.only_channel when grouping(j.only_topic) = 0 then j.only_topic when grouping(j.only_case_type) = 0 then j.only_case_type when grouping(j.only_agent_code) = 0 then j.only_agent_code when grouping(j.only_team) = 0 then j.only_team when grouping(j.only_handled_by) = 0 then j.only_handled_by else '' end as value, coalesce(j.replied_on, j.month) as day,
  coalesce(sum(j.wait_seconds), 0) as human_reply_seconds_mean_sum,
  count(*) as human_reply_seconds_mean_whole,
  coalesce(sum(least(j.wait_seconds, 3000000000) * least(j.wait_seconds, 3000000000)), 0) as human_reply_seconds_mean_squares
from (select j.*, date_trunc('month', j.replied_on::timestamp)::date as month, coalesce(j.channel, '') as only_channel, coalesce(j.topic, '') as only_topic, coalesce(j.case_type, '') as only_case_type, coalesce(j.agent_code, '') as only_agent_code, coalesce(j.team, '') as only_team, coalesce(j.handled_by, '') as only_handled_by from journey.reply_facts j where j.replied_on is not null) j
group by grouping sets ((j.shop, j.replied_on), (j.shop, j.replied_on, j.only_channel), (j.shop, j.replied_on, j.only_topic), (j.shop, j.replied_on, j.only_case_type), (j.shop, j.month, j.only_agent_code), (j.shop, j.replied_on, j.only_team), (j.shop, j.replied_on, j.only_handled_by))
)
select dimension, span, shop, day, value, human_reply_seconds_mean_sum, human_reply_seconds_mean_whole, human_reply_seconds_mean_squares from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.human_reply_seconds_mean_sum)::bigint as human_reply_seconds_mean_sum, sum(c.human_reply_seconds_mean_whole)::bigint as human_reply_seconds_mean_whole, sum(c.human_reply_seconds_mean_squares)::numeric as human_reply_seconds_mean_squares
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.human_reply_seconds_mean_sum <> 0 or c.human_reply_seconds_mean_whole <> 0 or c.human_reply_seconds_mean_squares <> 0 order by dimension, span, shop, day, value;
