create table mart.cases_by_response_due (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  response_in_time_rate_part bigint not null default 0,
  response_in_time_rate_whole bigint not null default 0,
  unanswered_overdue_share_part bigint not null default 0,
  unanswered_overdue_share_whole bigint not null default 0,
  complaint_ack_in_time_rate_part bigint not null default 0,
  complaint_ack_in_time_rate_whole bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.cases_by_response_due (dimension, shop, value, day, response_in_time_rate_part, response_in_time_rate_whole, unanswered_overdue_share_part, unanswered_overdue_share_whole, complaint_ack_in_time_rate_part, complaint_ack_in_time_rate_whole)
select dimension, shop, value, day, response_in_time_rate_part, response_in_time_rate_whole, unanswered_overdue_share_part, unanswered_overdue_share_whole, complaint_ack_in_time_rate_part, complaint_ack_in_time_rate_whole from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.category_code) = 0 then 'CATEGORY' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.channel) = 0 then 'CHANNEL' when grouping(j.topic) = 0 then 'TOPIC' when grouping(j.case_type) = 0 then 'CASE_TYPE' when grouping(j.phase) = 0 then 'PHASE' when grouping(j.team) = 0 then 'TEAM' when grouping(j.handled_by) = 0 then 'HANDLED_BY' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.category_code) = 0 then coalesce(j.category_code, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.channel) = 0 then coalesce(j.channel, '') when grouping(j.topic) = 0 then coalesce(j.topic, '') when grouping(j.case_type) = 0 then coalesce(j.case_type, '') when grouping(j.phase) = 0 then coalesce(j.phase, '') when grouping(j.team) = 0 then coalesce(j.team, '') when grouping(j.handled_by) = 0 then coalesce(j.handled_by, '') else '' end as value, j.response_due_on as day,
  count(*) filter (where (j.responded_in_time is not null) and (j.responded_in_time)) as response_in_time_rate_part,
  count(*) filter (where j.responded_in_time is not null) as response_in_time_rate_whole,
  count(*) filter (where (j.unanswered is not null) and (j.unanswered)) as unanswered_overdue_share_part,
  count(*) filter (where j.unanswered is not null) as unanswered_overdue_share_whole,
  count(*) filter (where (j.complaint and j.responded_in_time is not null) and (j.responded_in_time)) as complaint_ack_in_time_rate_part,
  count(*) filter (where j.complaint and j.responded_in_time is not null) as complaint_ack_in_time_rate_whole
from (select j.* from journey.case_journey j where j.response_due_on is not null) j
group by grouping sets ((j.shop, j.response_due_on), (j.shop, j.response_due_on, j.region_code), (j.shop, j.response_due_on, j.category_code), (j.shop, j.response_due_on, j.carrier_code), (j.shop, j.response_due_on, j.channel), (j.shop, j.response_due_on, j.topic), (j.shop, j.response_due_on, j.case_type), (j.shop, j.response_due_on, j.phase), (j.shop, j.response_due_on, j.team), (j.shop, j.response_due_on, j.handled_by))
) c where c.response_in_time_rate_part <> 0 or c.response_in_time_rate_whole <> 0 or c.unanswered_overdue_share_part <> 0 or c.unanswered_overdue_share_whole <> 0 or c.complaint_ack_in_time_rate_part <> 0 or c.complaint_ack_in_time_rate_whole <> 0 order by dimension, shop, value, day;
