create table mart.assessments_by_happened (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  qa_score_sum bigint not null default 0,
  qa_score_whole bigint not null default 0,
  qa_score_squares numeric not null default 0,
  trainings bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.assessments_by_happened (dimension, shop, value, day, qa_score_sum, qa_score_whole, qa_score_squares, trainings)
select dimension, shop, value, day, qa_score_sum, qa_score_whole, qa_score_squares, trainings from (
select case when grouping(j.only_topic) = 0 then 'TOPIC' when grouping(j.only_agent_code) = 0 then 'AGENT' when grouping(j.only_team) = 0 then 'TEAM' else '' end as dimension, j.shop, case when grouping(j.only_topic) = 0 then j.only_topic when grouping(j.only_agent_code) = 0 then j.only_agent_code when grouping(j.only_team) = 0 then j.only_team else '' end as value, coalesce(j.happened_on, j.month) as day,
  coalesce(sum((j.score * 100)::bigint) filter (where j.kind = 'qa' and j.score is not null), 0) as qa_score_sum,
  count(*) filter (where j.kind = 'qa' and j.score is not null) as qa_score_whole,
  coalesce(sum(least((j.score * 100)::bigint, 3000000000) * least((j.score * 100)::bigint, 3000000000)) filter (where j.kind = 'qa' and j.score is not null), 0) as qa_score_squares,
  count(*) filter (where j.kind = 'training') as trainings
from (select j.*, date_trunc('month', j.happened_on::timestamp)::date as month, coalesce(j.topic, '') as only_topic, coalesce(j.agent_code, '') as only_agent_code, coalesce(j.team, '') as only_team from journey.assessment_facts j where j.happened_on is not null) j
group by grouping sets ((j.shop, j.happened_on), (j.shop, j.happened_on, j.only_topic), (j.shop, j.month, j.only_agent_code), (j.shop, j.happened_on, j.only_team))
) c where c.qa_score_sum <> 0 or c.qa_score_whole <> 0 or c.qa_score_squares <> 0 or c.trainings <> 0 order by dimension, shop, value, day;
