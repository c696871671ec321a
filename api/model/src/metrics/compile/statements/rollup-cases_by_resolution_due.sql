create table mart.cases_by_resolution_due (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  resolution_in_time_rate_part bigint not null default 0,
  resolution_in_time_rate_whole bigint not null default 0,
  complaint_closure_in_time_rate_part bigint not null default 0,
  complaint_closure_in_time_rate_whole bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.cases_by_resolution_due (dimension, shop, value, day, resolution_in_time_rate_part, resolution_in_time_rate_whole, complaint_closure_in_time_rate_part, complaint_closure_in_time_rate_whole)
select dimension, shop, value, day, resolution_in_time_rate_part, resolution_in_time_rate_whole, complaint_closure_in_time_rate_part, complaint_closure_in_time_rate_whole from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.category_code) = 0 then 'CATEGORY' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.channel) = 0 then 'CHANNEL' when grouping(j.topic) = 0 then 'TOPIC' when grouping(j.case_type) = 0 then 'CASE_TYPE' when grouping(j.phase) = 0 then 'PHASE' when grouping(j.team) = 0 then 'TEAM' when grouping(j.handled_by) = 0 then 'HANDLED_BY' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.category_code) = 0 then coalesce(j.category_code, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.channel) = 0 then coalesce(j.channel, '') when grouping(j.topic) = 0 then coalesce(j.topic, '') when grouping(j.case_type) = 0 then coalesce(j.case_type, '') when grouping(j.phase) = 0 then coalesce(j.phase, '') when grouping(j.team) = 0 then coalesce(j.team, '') when grouping(j.handled_by) = 0 then coalesce(j.handled_by, '') else '' end as value, j.resolution_due_on as day,
  count(*) filter (where (j.resolved_in_time is not null) and (j.resolved_in_time)) as resolution_in_time_rate_part,
  count(*) filter (where j.resolved_in_time is not null) as resolution_in_time_rate_whole,
  count(*) filter (where (j.complaint and j.resolved_in_time is not null) and (j.resolved_in_time)) as complaint_closure_in_time_rate_part,
  count(*) filter (where j.complaint and j.resolved_in_time is not null) as complaint_closure_in_time_rate_whole
from (select j.* from journey.case_journey j where j.resolution_due_on is not null) j
group by grouping sets ((j.shop, j.resolution_due_on), (j.shop, j.resolution_due_on, j.region_code), (j.shop, j.resolution_due_on, j.category_code), (j.shop, j.resolution_due_on, j.carrier_code), (j.shop, j.resolution_due_on, j.channel), (j.shop, j.resolution_due_on, j.topic), (j.shop, j.resolution_due_on, j.case_type), (j.shop, j.resolution_due_on, j.phase), (j.shop, j.resolution_due_on, j.team), (j.shop, j.resolution_due_on, j.handled_by))
) c where c.resolution_in_time_rate_part <> 0 or c.resolution_in_time_rate_whole <> 0 or c.complaint_closure_in_time_rate_part <> 0 or c.complaint_closure_in_time_rate_whole <> 0 order by dimension, shop, value, day;
