create table mart.cases_by_rated (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  csat_part bigint not null default 0,
  csat_whole bigint not null default 0,
  im_dissatisfaction_rate_part bigint not null default 0,
  im_dissatisfaction_rate_whole bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.cases_by_rated (dimension, shop, value, day, csat_part, csat_whole, im_dissatisfaction_rate_part, im_dissatisfaction_rate_whole)
select dimension, shop, value, day, csat_part, csat_whole, im_dissatisfaction_rate_part, im_dissatisfaction_rate_whole from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.category_code) = 0 then 'CATEGORY' when grouping(j.merchant_external_id) = 0 then 'MERCHANT' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.channel) = 0 then 'CHANNEL' when grouping(j.topic) = 0 then 'TOPIC' when grouping(j.case_type) = 0 then 'CASE_TYPE' when grouping(j.phase) = 0 then 'PHASE' when grouping(j.agent_code) = 0 then 'AGENT' when grouping(j.team) = 0 then 'TEAM' when grouping(j.handled_by) = 0 then 'HANDLED_BY' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.category_code) = 0 then coalesce(j.category_code, '') when grouping(j.merchant_external_id) = 0 then coalesce(j.merchant_external_id, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.channel) = 0 then coalesce(j.channel, '') when grouping(j.topic) = 0 then coalesce(j.topic, '') when grouping(j.case_type) = 0 then coalesce(j.case_type, '') when grouping(j.phase) = 0 then coalesce(j.phase, '') when grouping(j.agent_code) = 0 then coalesce(j.agent_code, '') when grouping(j.team) = 0 then coalesce(j.team, '') when grouping(j.handled_by) = 0 then coalesce(j.handled_by, '') else '' end as value, coalesce(j.rated_on, j.month) as day,
  count(*) filter (where (j.csat is not null) and (j.csat >= 4)) as csat_part,
  count(*) filter (where j.csat is not null) as csat_whole,
  count(*) filter (where (j.csat is not null and j.channel = 'chat' and j.handled_by is distinct from 'bot') and (j.csat <= 3)) as im_dissatisfaction_rate_part,
  count(*) filter (where j.csat is not null and j.channel = 'chat' and j.handled_by is distinct from 'bot') as im_dissatisfaction_rate_whole
from (select j.*, date_trunc('month', j.rated_on::timestamp)::date as month from journey.case_journey j where j.rated_on is not null) j
group by grouping sets ((j.shop, j.rated_on), (j.shop, j.rated_on, j.region_code), (j.shop, j.rated_on, j.category_code), (j.shop, j.month, j.merchant_external_id), (j.shop, j.rated_on, j.carrier_code), (j.shop, j.rated_on, j.channel), (j.shop, j.rated_on, j.topic), (j.shop, j.rated_on, j.case_type), (j.shop, j.rated_on, j.phase), (j.shop, j.month, j.agent_code), (j.shop, j.rated_on, j.team), (j.shop, j.rated_on, j.handled_by))
) c where c.csat_part <> 0 or c.csat_whole <> 0 or c.im_dissatisfaction_rate_part <> 0 or c.im_dissatisfaction_rate_whole <> 0 order by dimension, shop, value, day;
