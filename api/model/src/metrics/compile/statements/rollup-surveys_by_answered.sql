create table mart.surveys_by_answered (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  dsr_description_sum bigint not null default 0,
  dsr_description_whole bigint not null default 0,
  dsr_description_squares numeric not null default 0,
  dsr_service_sum bigint not null default 0,
  dsr_service_whole bigint not null default 0,
  dsr_service_squares numeric not null default 0,
  dsr_logistics_sum bigint not null default 0,
  dsr_logistics_whole bigint not null default 0,
  dsr_logistics_squares numeric not null default 0,
  closed_loop_rate_part bigint not null default 0,
  closed_loop_rate_whole bigint not null default 0,
  ces_easy_rate_part bigint not null default 0,
  ces_easy_rate_whole bigint not null default 0,
  ces_sum bigint not null default 0,
  ces_squares numeric not null default 0,
  nps bigint not null default 0,
  nps_whole bigint not null default 0,
  nps_squares numeric not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.surveys_by_answered (dimension, span, shop, day, value, dsr_description_sum, dsr_description_whole, dsr_description_squares, dsr_service_sum, dsr_service_whole, dsr_service_squares, dsr_logistics_sum, dsr_logistics_whole, dsr_logistics_squares, closed_loop_rate_part, closed_loop_rate_whole, ces_easy_rate_part, ces_easy_rate_whole, ces_sum, ces_squares, nps, nps_whole, nps_squares)
select dimension, span, shop, day, value, dsr_description_sum, dsr_description_whole, dsr_description_squares, dsr_service_sum, dsr_service_whole, dsr_service_squares, dsr_logistics_sum, dsr_logistics_whole, dsr_logistics_squares, closed_loop_rate_part, closed_loop_rate_whole, ces_easy_rate_part, ces_easy_rate_whole, ces_sum, ces_squares, nps, nps_whole, nps_squares from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_channel) = 0 then 'CHANNEL' when grouping(j.only_topic) = 0 then 'TOPIC' when grouping(j.only_agent_code) = 0 then 'AGENT' when grouping(j.only_team) = 0 then 'TEAM' when grouping(j.only_loyalty) = 0 then 'LOYALTY' when grouping(j.only_subject) = 0 then 'SURVEY_SUBJECT' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_carrier_code) = 0 then 'day' when grouping(j.only_channel) = 0 then 'day' when grouping(j.only_topic) = 0 then 'day' when grouping(j.only_agent_code) = 0 then 'month' when grouping(j.only_team) = 0 then 'day' when grouping(j.only_loyalty) = 0 then 'day' when grouping(j.only_subject) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_channel) = 0 then j.only_channel when grouping(j.only_topic) = 0 then j.only_topic when grouping(j.only_agent_code) = 0 then j.only_agent_code when grouping(j.only_team) = 0 then j.only_team when grouping(j.only_loyalty) = 0 then j.only_loyalty when grouping(j.only_subject) = 0 then j.only_subject else '' end as value, coalesce(j.answered_on, j.month) as day,
  coalesce(sum(j.score) filter (where j.kind = 'csat' and j.subject = 'product' and j.score is not null), 0) as dsr_description_sum,
  count(*) filter (where j.kind = 'csat' and j.subject = 'product' and j.score is not null) as dsr_description_whole,
  coalesce(sum(least(j.score, 3000000000) * least(j.score, 3000000000)) filter (where j.kind = 'csat' and j.subject = 'product' and j.score is not null), 0) as dsr_description_squares,
  coalesce(sum(j.score) filter (where j.kind = 'csat' and j.subject = 'service' and j.score is not null), 0) as dsr_service_sum,
  count(*) filter (where j.kind = 'csat' and j.subject = 'service' and j.score is not null) as dsr_service_whole,
  coalesce(sum(least(j.score, 3000000000) * least(j.score, 3000000000)) filter (where j.kind = 'csat' and j.subject = 'service' and j.score is not null), 0) as dsr_service_squares,
  coalesce(sum(j.score) filter (where j.kind = 'csat' and j.subject = 'delivery' and j.score is not null), 0) as dsr_logistics_sum,
  count(*) filter (where j.kind = 'csat' and j.subject = 'delivery' and j.score is not null) as dsr_logistics_whole,
  coalesce(sum(least(j.score, 3000000000) * least(j.score, 3000000000)) filter (where j.kind = 'csat' and j.subject = 'delivery' and j.score is not null), 0) as dsr_logistics_squares,
  count(*) filter (where (j.closed_14d is not null and j.score <= case j.kind when 'nps' then 6 when 'ces' then 4 else 3 end) and (j.closed_14d)) as closed_loop_rate_part,
  count(*) filter (where j.closed_14d is not null and j.score <= case j.kind when 'nps' then 6 when 'ces' then 4 else 3 end) as closed_loop_rate_whole,
  count(*) filter (where (j.kind = 'ces' and j.score is not null) and (j.score >= 5)) as ces_easy_rate_part,
  count(*) filter (where j.kind = 'ces' and j.score is not null) as ces_easy_rate_whole,
  coalesce(sum(j.score) filter (where j.kind = 'ces' and j.score is not null), 0) as ces_sum,
  coalesce(sum(least(j.score, 3000000000) * least(j.score, 3000000000)) filter (where j.kind = 'ces' and j.score is not null), 0) as ces_squares,
  count(*) filter (where (j.kind = 'nps' and j.score is not null) and (j.score >= 9)) - count(*) filter (where (j.kind = 'nps' and j.score is not null) and (j.score <= 6)) as nps,
  count(*) filter (where j.kind = 'nps' and j.score is not null) as nps_whole,
  count(*) filter (where (j.kind = 'nps' and j.score is not null) and (j.score >= 9)) + count(*) filter (where (j.kind = 'nps' and j.score is not null) and (j.score <= 6)) as nps_squares
from (select j.*, date_trunc('month', j.answered_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.channel, '') as only_channel, coalesce(j.topic, '') as only_topic, coalesce(j.agent_code, '') as only_agent_code, coalesce(j.team, '') as only_team, coalesce(j.loyalty, '') as only_loyalty, coalesce(j.subject, '') as only_subject from journey.survey_facts j where j.answered_on is not null) j
group by grouping sets ((j.shop, j.answered_on), (j.shop, j.answered_on, j.only_region_code), (j.shop, j.answered_on, j.only_carrier_code), (j.shop, j.answered_on, j.only_channel), (j.shop, j.answered_on, j.only_topic), (j.shop, j.month, j.only_agent_code), (j.shop, j.answered_on, j.only_team), (j.shop, j.answered_on, j.only_loyalty), (j.shop, j.answered_on, j.only_subject))
)
select dimension, span, shop, day, value, dsr_description_sum, dsr_description_whole, dsr_description_squares, dsr_service_sum, dsr_service_whole, dsr_service_squares, dsr_logistics_sum, dsr_logistics_whole, dsr_logistics_squares, closed_loop_rate_part, closed_loop_rate_whole, ces_easy_rate_part, ces_easy_rate_whole, ces_sum, ces_squares, nps, nps_whole, nps_squares from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.dsr_description_sum)::bigint as dsr_description_sum, sum(c.dsr_description_whole)::bigint as dsr_description_whole, sum(c.dsr_description_squares)::numeric as dsr_description_squares, sum(c.dsr_service_sum)::bigint as dsr_service_sum, sum(c.dsr_service_whole)::bigint as dsr_service_whole, sum(c.dsr_service_squares)::numeric as dsr_service_squares, sum(c.dsr_logistics_sum)::bigint as dsr_logistics_sum, sum(c.dsr_logistics_whole)::bigint as dsr_logistics_whole, sum(c.dsr_logistics_squares)::numeric as dsr_logistics_squares, sum(c.closed_loop_rate_part)::bigint as closed_loop_rate_part, sum(c.closed_loop_rate_whole)::bigint as closed_loop_rate_whole, sum(c.ces_easy_rate_part)::bigint as ces_easy_rate_part, sum(c.ces_easy_rate_whole)::bigint as ces_easy_rate_whole, sum(c.ces_sum)::bigint as ces_sum, sum(c.ces_squares)::numeric as ces_squares, sum(c.nps)::bigint as nps, sum(c.nps_whole)::bigint as nps_whole, sum(c.nps_squares)::numeric as nps_squares
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.dsr_description_sum <> 0 or c.dsr_description_whole <> 0 or c.dsr_description_squares <> 0 or c.dsr_service_sum <> 0 or c.dsr_service_whole <> 0 or c.dsr_service_squares <> 0 or c.dsr_logistics_sum <> 0 or c.dsr_logistics_whole <> 0 or c.dsr_logistics_squares <> 0 or c.closed_loop_rate_part <> 0 or c.closed_loop_rate_whole <> 0 or c.ces_easy_rate_part <> 0 or c.ces_easy_rate_whole <> 0 or c.ces_sum <> 0 or c.ces_squares <> 0 or c.nps <> 0 or c.nps_whole <> 0 or c.nps_squares <> 0 order by dimension, span, shop, day, value;
