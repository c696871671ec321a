create table mart.cases_by_rated (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  csat_part bigint not null default 0,
  csat_whole bigint not null default 0,
  im_dissatisfaction_rate_part bigint not null default 0,
  im_dissatisfaction_rate_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.cases_by_rated (dimension, span, shop, day, value, csat_part, csat_whole, im_dissatisfaction_rate_part, im_dissatisfaction_rate_whole)
select dimension, span, shop, day, value, csat_part, csat_whole, im_dissatisfaction_rate_part, im_dissatisfaction_rate_whole from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_merchant_external_id) = 0 then 'MERCHANT' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_channel) = 0 then 'CHANNEL' when grouping(j.only_topic) = 0 then 'TOPIC' when grouping(j.only_case_type) = 0 then 'CASE_TYPE' when grouping(j.only_phase) = 0 then 'PHASE' when grouping(j.only_agent_code) = 0 then 'AGENT' when grouping(j.only_team) = 0 then 'TEAM' when grouping(j.only_handled_by) = 0 then 'HANDLED_BY' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_category_code) = 0 then 'day' when grouping(j.only_merchant_external_id) = 0 then 'month' when grouping(j.only_carrier_code) = 0 then 'day' when grouping(j.only_channel) = 0 then 'day' when grouping(j.only_topic) = 0 then 'day' when grouping(j.only_case_type) = 0 then 'day' when grouping(j.only_phase) = 0 then 'day' when grouping(j.only_agent_code) = 0 then 'month' when grouping(j.only_team) = 0 then 'day' when grouping(j.only_handled_by) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_merchant_external_id) = 0 then j.only_merchant_external_id when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_channel) = 0 then j.only_channel when grouping(j.only_topic) = 0 then j.only_topic when grouping(j.only_case_type) = 0 then j.only_case_type when grouping(j.only_phase) = 0 then j.only_phase when grouping(j.only_agent_code) = 0 then j.only_agent_code when grouping(j.only_team) = 0 then j.only_team when grouping(j.only_handled_by) = 0 then j.only_handled_by else '' end as value, coalesce(j.rated_on, j.month) as day,
  count(*) filter (where (j.csat is not null) and (j.csat >= 4)) as csat_part,
  count(*) filter (where j.csat is not null) as csat_whole,
  count(*) filter (where (j.csat is not null and j.channel = 'chat' and j.handled_by is distinct from 'bot') and (j.csat <= 3)) as im_dissatisfaction_rate_part,
  count(*) filter (where j.csat is not null and j.channel = 'chat' and j.handled_by is distinct from 'bot') as im_dissatisfaction_rate_whole
from (select j.*, date_trunc('month', j.rated_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.category_code, '') as only_category_code, coalesce(j.merchant_external_id, '') as only_merchant_external_id, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.channel, '') as only_channel, coalesce(j.topic, '') as only_topic, coalesce(j.case_type, '') as only_case_type, coalesce(j.phase, '') as only_phase, coalesce(j.agent_code, '') as only_agent_code, coalesce(j.team, '') as only_team, coalesce(j.handled_by, '') as only_handled_by from journey.case_journey j where j.rated_on is not null) j
group by grouping sets ((j.shop, j.rated_on), (j.shop, j.rated_on, j.only_region_code), (j.shop, j.rated_on, j.only_category_code), (j.shop, j.month, j.only_merchant_external_id), (j.shop, j.rated_on, j.only_carrier_code), (j.shop, j.rated_on, j.only_channel), (j.shop, j.rated_on, j.only_topic), (j.shop, j.rated_on, j.only_case_type), (j.shop, j.rated_on, j.only_phase), (j.shop, j.month, j.only_agent_code), (j.shop, j.rated_on, j.only_team), (j.shop, j.rated_on, j.only_handled_by))
)
select dimension, span, shop, day, value, csat_part, csat_whole, im_dissatisfaction_rate_part, im_dissatisfaction_rate_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.csat_part)::bigint as csat_part, sum(c.csat_whole)::bigint as csat_whole, sum(c.im_dissatisfaction_rate_part)::bigint as im_dissatisfaction_rate_part, sum(c.im_dissatisfaction_rate_whole)::bigint as im_dissatisfaction_rate_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.csat_part <> 0 or c.csat_whole <> 0 or c.im_dissatisfaction_rate_part <> 0 or c.im_dissatisfaction_rate_whole <> 0 order by dimension, span, shop, day, value;
