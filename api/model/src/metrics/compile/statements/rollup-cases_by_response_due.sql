create table mart.cases_by_response_due (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  response_in_time_rate_part bigint not null default 0,
  response_in_time_rate_whole bigint not null default 0,
  unanswered_overdue_share_part bigint not null default 0,
  unanswered_overdue_share_whole bigint not null default 0,
  complaint_ack_in_time_rate_part bigint not null default 0,
  complaint_ack_in_time_rate_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.cases_by_response_due (dimension, span, shop, day, value, response_in_time_rate_part, response_in_time_rate_whole, unanswered_overdue_share_part, unanswered_overdue_share_whole, complaint_ack_in_time_rate_part, complaint_ack_in_time_rate_whole)
select dimension, span, shop, day, value, response_in_time_rate_part, response_in_time_rate_whole, unanswered_overdue_share_part, unanswered_overdue_share_whole, complaint_ack_in_time_rate_part, complaint_ack_in_time_rate_whole from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_channel) = 0 then 'CHANNEL' when grouping(j.only_topic) = 0 then 'TOPIC' when grouping(j.only_case_type) = 0 then 'CASE_TYPE' when grouping(j.only_phase) = 0 then 'PHASE' when grouping(j.only_team) = 0 then 'TEAM' when grouping(j.only_handled_by) = 0 then 'HANDLED_BY' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_channel) = 0 then j.only_channel when grouping(j.only_topic) = 0 then j.only_topic when grouping(j.only_case_type) = 0 then j.only_case_type when grouping(j.only_phase) = 0 then j.only_phase when grouping(j.only_team) = 0 then j.only_team when grouping(j.only_handled_by) = 0 then j.only_handled_by else '' end as value, j.response_due_on as day,
  count(*) filter (where (j.responded_in_time is not null) and (j.responded_in_time)) as response_in_time_rate_part,
  count(*) filter (where j.responded_in_time is not null) as response_in_time_rate_whole,
  count(*) filter (where (j.unanswered is not null) and (j.unanswered)) as unanswered_overdue_share_part,
  count(*) filter (where j.unanswered is not null) as unanswered_overdue_share_whole,
  count(*) filter (where (j.complaint and j.responded_in_time is not null) and (j.responded_in_time)) as complaint_ack_in_time_rate_part,
  count(*) filter (where j.complaint and j.responded_in_time is not null) as complaint_ack_in_time_rate_whole
from (select j.*, coalesce(j.region_code, '') as only_region_code, coalesce(j.category_code, '') as only_category_code, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.channel, '') as only_channel, coalesce(j.topic, '') as only_topic, coalesce(j.case_type, '') as only_case_type, coalesce(j.phase, '') as only_phase, coalesce(j.team, '') as only_team, coalesce(j.handled_by, '') as only_handled_by from journey.case_journey j where j.response_due_on is not null) j
group by grouping sets ((j.shop, j.response_due_on), (j.shop, j.response_due_on, j.only_region_code), (j.shop, j.response_due_on, j.only_category_code), (j.shop, j.response_due_on, j.only_carrier_code), (j.shop, j.response_due_on, j.only_channel), (j.shop, j.response_due_on, j.only_topic), (j.shop, j.response_due_on, j.only_case_type), (j.shop, j.response_due_on, j.only_phase), (j.shop, j.response_due_on, j.only_team), (j.shop, j.response_due_on, j.only_handled_by))
)
select dimension, span, shop, day, value, response_in_time_rate_part, response_in_time_rate_whole, unanswered_overdue_share_part, unanswered_overdue_share_whole, complaint_ack_in_time_rate_part, complaint_ack_in_time_rate_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.response_in_time_rate_part)::bigint as response_in_time_rate_part, sum(c.response_in_time_rate_whole)::bigint as response_in_time_rate_whole, sum(c.unanswered_overdue_share_part)::bigint as unanswered_overdue_share_part, sum(c.unanswered_overdue_share_whole)::bigint as unanswered_overdue_share_whole, sum(c.complaint_ack_in_time_rate_part)::bigint as complaint_ack_in_time_rate_part, sum(c.complaint_ack_in_time_rate_whole)::bigint as complaint_ack_in_time_rate_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.response_in_time_rate_part <> 0 or c.response_in_time_rate_whole <> 0 or c.unanswered_overdue_share_part <> 0 or c.unanswered_overdue_share_whole <> 0 or c.complaint_ack_in_time_rate_part <> 0 or c.complaint_ack_in_time_rate_whole <> 0 order by dimension, span, shop, day, value;
