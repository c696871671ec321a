create table mart.surveys_by_sent (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  nps_response_rate_part bigint not null default 0,
  nps_response_rate_whole bigint not null default 0,
  survey_response_rate_part bigint not null default 0,
  survey_response_rate_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.surveys_by_sent (dimension, span, shop, day, value, nps_response_rate_part, nps_response_rate_whole, survey_response_rate_part, survey_response_rate_whole)
select dimension, span, shop, day, value, nps_response_rate_part, nps_response_rate_whole, survey_response_rate_part, survey_response_rate_whole from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_channel) = 0 then 'CHANNEL' when grouping(j.only_topic) = 0 then 'TOPIC' when grouping(j.only_agent_code) = 0 then 'AGENT' when grouping(j.only_team) = 0 then 'TEAM' when grouping(j.only_loyalty) = 0 then 'LOYALTY' when grouping(j.only_subject) = 0 then 'SURVEY_SUBJECT' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_carrier_code) = 0 then 'day' when grouping(j.only_channel) = 0 then 'day' when grouping(j.only_topic) = 0 then 'day' when grouping(j.only_agent_code) = 0 then 'month' when grouping(j.only_team) = 0 then 'day' when grouping(j.only_loyalty) = 0 then 'day' when grouping(j.only_subject) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_channel) = 0 then j.only_channel when grouping(j.only_topic) = 0 then j.only_topic when grouping(j.only_agent_code) = 0 then j.only_agent_code when grouping(j.only_team) = 0 then j.only_team when grouping(j.only_loyalty) = 0 then j.only_loyalty when grouping(j.only_subject) = 0 then j.only_subject else '' end as value, coalesce(j.sent_on, j.month) as day,
  count(*) filter (where (j.kind = 'nps' and j.answered_14d is not null) and (j.answered_14d)) as nps_response_rate_part,
  count(*) filter (where j.kind = 'nps' and j.answered_14d is not null) as nps_response_rate_whole,
  count(*) filter (where (j.answered_14d is not null) and (j.answered_14d)) as survey_response_rate_part,
  count(*) filter (where j.answered_14d is not null) as survey_response_rate_whole
from (select j.*, date_trunc('month', j.sent_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.channel, '') as only_channel, coalesce(j.topic, '') as only_topic, coalesce(j.agent_code, '') as only_agent_code, coalesce(j.team, '') as only_team, coalesce(j.loyalty, '') as only_loyalty, coalesce(j.subject, '') as only_subject from journey.survey_facts j where j.sent_on is not null) j
group by grouping sets ((j.shop, j.sent_on), (j.shop, j.sent_on, j.only_region_code), (j.shop, j.sent_on, j.only_carrier_code), (j.shop, j.sent_on, j.only_channel), (j.shop, j.sent_on, j.only_topic), (j.shop, j.month, j.only_agent_code), (j.shop, j.sent_on, j.only_team), (j.shop, j.sent_on, j.only_loyalty), (j.shop, j.sent_on, j.only_subject))
)
select dimension, span, shop, day, value, nps_response_rate_part, nps_response_rate_whole, survey_response_rate_part, survey_response_rate_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.nps_response_rate_part)::bigint as nps_response_rate_part, sum(c.nps_response_rate_whole)::bigint as nps_response_rate_whole, sum(c.survey_response_rate_part)::bigint as survey_response_rate_part, sum(c.survey_response_rate_whole)::bigint as survey_response_rate_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.nps_response_rate_part <> 0 or c.nps_response_rate_whole <> 0 or c.survey_response_rate_part <> 0 or c.survey_response_rate_whole <> 0 order by dimension, span, shop, day, value;
