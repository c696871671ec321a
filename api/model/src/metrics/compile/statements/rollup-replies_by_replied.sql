create table mart.replies_by_replied (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  human_reply_seconds_mean_sum bigint not null default 0,
  human_reply_seconds_mean_whole bigint not null default 0,
  human_reply_seconds_mean_squares numeric not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.replies_by_replied (dimension, shop, value, day, human_reply_seconds_mean_sum, human_reply_seconds_mean_whole, human_reply_seconds_mean_squares)
select dimension, shop, value, day, human_reply_seconds_mean_sum, human_reply_seconds_mean_whole, human_reply_seconds_mean_squares from (
select case when grouping(j.channel) = 0 then 'CHANNEL' when grouping(j.topic) = 0 then 'TOPIC' when grouping(j.case_type) = 0 then 'CASE_TYPE' when grouping(j.agent_code) = 0 then 'AGENT' when grouping(j.team) = 0 then 'TEAM' when grouping(j.handled_by) = 0 then 'HANDLED_BY' else '' end as dimension, j.shop, case when grouping(j.channel) = 0 then coalesce(j.channel, '') when grouping(j.topic) = 0 then coalesce(j.topic, '') when grouping(j.case_type) = 0 then coalesce(j.case_type, '') when grouping(j.agent_code) = 0 then coalesce(j.agent_code, '') when grouping(j.team) = 0 then coalesce(j.team, '') when grouping(j.handled_by) = 0 then coalesce(j.handled_by, '') else '' end as value, coalesce(j.replied_on, j.month) as day,
  coalesce(sum(j.wait_seconds), 0) as human_reply_seconds_mean_sum,
  count(*) as human_reply_seconds_mean_whole,
  coalesce(sum(least(j.wait_seconds, 3000000000) * least(j.wait_seconds, 3000000000)), 0) as human_reply_seconds_mean_squares
from (select j.*, date_trunc('month', j.replied_on::timestamp)::date as month from journey.reply_facts j where j.replied_on is not null) j
group by grouping sets ((j.shop, j.replied_on), (j.shop, j.replied_on, j.channel), (j.shop, j.replied_on, j.topic), (j.shop, j.replied_on, j.case_type), (j.shop, j.month, j.agent_code), (j.shop, j.replied_on, j.team), (j.shop, j.replied_on, j.handled_by))
) c where c.human_reply_seconds_mean_sum <> 0 or c.human_reply_seconds_mean_whole <> 0 or c.human_reply_seconds_mean_squares <> 0 order by dimension, shop, value, day;
