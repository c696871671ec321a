-- What an update did shows in how it differs from the one before it.
select file_id, record_no, number || '#' || change || '@' || updated_at as external_id, number as case_ref,
  case
    when row_number() over earlier = 1 then 'opened'
    when reopens > lag(reopens) over earlier then 'reopened'
    when state = 'Resolved' and state <> lag(state) over earlier then 'resolved'
    when state = 'Closed' and state <> lag(state) over earlier then 'closed'
    when transfers > lag(transfers) over earlier then 'transferred'
    when state <> lag(state) over earlier then 'state'
    else 'note'
  end as kind,
  updated_at as occurred_at, agent as agent_code, team, state as detail
from landing.incidents__log
window earlier as (partition by number order by updated_at, change)
