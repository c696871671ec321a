create table mart.assessments_by_happened (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  qa_score_sum bigint not null default 0,
  qa_score_whole bigint not null default 0,
  qa_score_squares numeric not null default 0,
  trainings bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.assessments_by_happened (dimension, span, shop, day, value, qa_score_sum, qa_score_whole, qa_score_squares, trainings)
select dimension, span, shop, day, value, qa_score_sum, qa_score_whole, qa_score_squares, trainings from (
with fine as materialized (
select case when grouping(j.only_topic) = 0 then 'TOPIC' when grouping(j.only_agent_code) = 0 then 'AGENT' when grouping(j.only_team) = 0 then 'TEAM' else '' end as dimension, case when grouping(j.only_topic) = 0 then 'day' when grouping(j.only_agent_code) = 0 then 'month' when grouping(j.only_team) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_topic) = 0 then j.only_topic when grouping(j.only_agent_code) = 0 then j.only_agent_code when grouping(j.only_team) = 0 then j.only_team else '' end as value, coalesce(j.happened_on, j.month) as day,
  coalesce(sum((j.score * 100)::bigint) filter (where j.kind = 'qa' and j.score is not null), 0) as qa_score_sum,
  count(*) filter (where j.kind = 'qa' and j.score is not null) as qa_score_whole,
  coalesce(sum(least((j.score * 100)::bigint, 3000000000) * least((j.score * 100)::bigint, 3000000000)) filter (where j.kind = 'qa' and j.score is not null), 0) as qa_score_squares,
  count(*) filter (where j.kind = 'training') as trainings
from (select j.*, date_trunc('month', j.happened_on::timestamp)::date as month, coalesce(j.topic, '') as only_topic, coalesce(j.agent_code, '') as only_agent_code, coalesce(j.team, '') as only_team from journey.assessment_facts j where j.happened_on is not null) j
group by grouping sets ((j.shop, j.happened_on), (j.shop, j.happened_on, j.only_topic), (j.shop, j.month, j.only_agent_code), (j.shop, j.happened_on, j.only_team))
)
select dimension, span, shop, day, value, qa_score_sum, qa_score_whole, qa_score_squares, trainings from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.qa_score_sum)::bigint as qa_score_sum, sum(c.qa_score_whole)::bigint as qa_score_whole, sum(c.qa_score_squares)::numeric as qa_score_squares, sum(c.trainings)::bigint as trainings
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.qa_score_sum <> 0 or c.qa_score_whole <> 0 or c.qa_score_squares <> 0 or c.trainings <> 0 order by dimension, span, shop, day, value;
