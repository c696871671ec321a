-- A deleted ticket comes once more with the status "deleted": it is closed. Its type says nothing of complaints; tags may.
select file_id, record_no, id as external_id, requester as customer_ref,
  case type when 'question' then 'enquiry' else 'request' end as case_type, 'after_sale' as phase,
  case
    when channel in ('email') then 'email'
    when channel in ('chat', 'native_messaging', 'messaging', 'web_messaging') then 'chat'
    when channel in ('voice', 'phone') then 'phone'
    when channel in ('twitter', 'facebook', 'instagram_dm', 'any_channel', 'whatsapp', 'line', 'wechat') then 'social'
    else 'form'
  end as channel,
  case priority when 'urgent' then 3 when 'high' then 2 when 'normal' then 1 when 'low' then 1 end as severity,
  case status when 'new' then 'open' when 'open' then 'open' when 'pending' then 'pending' when 'hold' then 'pending'
    when 'solved' then 'resolved' else 'closed' end as status,
  created_at as opened_at, created_at + first_reply_minutes * interval '1 minute' as first_response_at, solved_at as resolved_at,
  assignee as agent_code, team, greatest(assignees - 1, 0) as transfers, replies, reopens,
  case rating when 'good' then 5 when 'bad' then 1 end as csat, updated_at as source_version
from landing.zendesk__tickets
