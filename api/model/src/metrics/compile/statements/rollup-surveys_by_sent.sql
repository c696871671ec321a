create table mart.surveys_by_sent (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  nps_response_rate_part bigint not null default 0,
  nps_response_rate_whole bigint not null default 0,
  survey_response_rate_part bigint not null default 0,
  survey_response_rate_whole bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.surveys_by_sent (dimension, shop, value, day, nps_response_rate_part, nps_response_rate_whole, survey_response_rate_part, survey_response_rate_whole)
select dimension, shop, value, day, nps_response_rate_part, nps_response_rate_whole, survey_response_rate_part, survey_response_rate_whole from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.channel) = 0 then 'CHANNEL' when grouping(j.topic) = 0 then 'TOPIC' when grouping(j.agent_code) = 0 then 'AGENT' when grouping(j.team) = 0 then 'TEAM' when grouping(j.loyalty) = 0 then 'LOYALTY' when grouping(j.subject) = 0 then 'SURVEY_SUBJECT' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.channel) = 0 then coalesce(j.channel, '') when grouping(j.topic) = 0 then coalesce(j.topic, '') when grouping(j.agent_code) = 0 then coalesce(j.agent_code, '') when grouping(j.team) = 0 then coalesce(j.team, '') when grouping(j.loyalty) = 0 then coalesce(j.loyalty, '') when grouping(j.subject) = 0 then coalesce(j.subject, '') else '' end as value, coalesce(j.sent_on, j.month) as day,
  count(*) filter (where (j.kind = 'nps' and j.answered_14d is not null) and (j.answered_14d)) as nps_response_rate_part,
  count(*) filter (where j.kind = 'nps' and j.answered_14d is not null) as nps_response_rate_whole,
  count(*) filter (where (j.answered_14d is not null) and (j.answered_14d)) as survey_response_rate_part,
  count(*) filter (where j.answered_14d is not null) as survey_response_rate_whole
from (select j.*, date_trunc('month', j.sent_on::timestamp)::date as month from journey.survey_facts j where j.sent_on is not null) j
group by grouping sets ((j.shop, j.sent_on), (j.shop, j.sent_on, j.region_code), (j.shop, j.sent_on, j.carrier_code), (j.shop, j.sent_on, j.channel), (j.shop, j.sent_on, j.topic), (j.shop, j.month, j.agent_code), (j.shop, j.sent_on, j.team), (j.shop, j.sent_on, j.loyalty), (j.shop, j.sent_on, j.subject))
) c where c.nps_response_rate_part <> 0 or c.nps_response_rate_whole <> 0 or c.survey_response_rate_part <> 0 or c.survey_response_rate_whole <> 0 order by dimension, shop, value, day;
