select
  record_no, file_id, n::text as external_id, ticket as case_ref,
  case type
    when 'create' then 'opened'
    when 'user_msg' then 'customer_message'
    when 'bot_msg' then 'bot_reply'
    when 'agent_msg' then 'agent_reply'
    when 'to_agent' then 'handed_over'
    when 'agent_join' then 'joined'
    when 'transfer' then 'transferred'
    when 'solve' then 'resolved'
    when 'reopen' then 'reopened'
    when 'close' then 'closed'
    when 'escalate' then 'escalated'
    when 'callback' then 'call_back'
    else type
  end as kind,
  at as occurred_at, by_agent as agent_code, team
from landing.demo_helpdesk__ticket_events
