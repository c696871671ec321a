create table mart.cases_by_order (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  item_not_received_rate bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.cases_by_order (dimension, shop, value, day, item_not_received_rate)
select dimension, shop, value, day, item_not_received_rate from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.category_code) = 0 then 'CATEGORY' when grouping(j.merchant_external_id) = 0 then 'MERCHANT' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.channel) = 0 then 'CHANNEL' when grouping(j.topic) = 0 then 'TOPIC' when grouping(j.case_type) = 0 then 'CASE_TYPE' when grouping(j.phase) = 0 then 'PHASE' when grouping(j.agent_code) = 0 then 'AGENT' when grouping(j.team) = 0 then 'TEAM' when grouping(j.handled_by) = 0 then 'HANDLED_BY' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.category_code) = 0 then coalesce(j.category_code, '') when grouping(j.merchant_external_id) = 0 then coalesce(j.merchant_external_id, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.channel) = 0 then coalesce(j.channel, '') when grouping(j.topic) = 0 then coalesce(j.topic, '') when grouping(j.case_type) = 0 then coalesce(j.case_type, '') when grouping(j.phase) = 0 then coalesce(j.phase, '') when grouping(j.agent_code) = 0 then coalesce(j.agent_code, '') when grouping(j.team) = 0 then coalesce(j.team, '') when grouping(j.handled_by) = 0 then coalesce(j.handled_by, '') else '' end as value, coalesce(j.ordered_on, j.month) as day,
  count(*) filter (where j.topic = 'lost' and j.first_claim) as item_not_received_rate
from (select j.*, date_trunc('month', j.ordered_on::timestamp)::date as month from journey.case_journey j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.region_code), (j.shop, j.ordered_on, j.category_code), (j.shop, j.month, j.merchant_external_id), (j.shop, j.ordered_on, j.carrier_code), (j.shop, j.ordered_on, j.channel), (j.shop, j.ordered_on, j.topic), (j.shop, j.ordered_on, j.case_type), (j.shop, j.ordered_on, j.phase), (j.shop, j.month, j.agent_code), (j.shop, j.ordered_on, j.team), (j.shop, j.ordered_on, j.handled_by))
) c where c.item_not_received_rate <> 0 order by dimension, shop, value, day;
