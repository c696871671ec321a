select
  record_no, file_id, policy as external_id, name_en as label_en, name as label_zh,
  case via when 'im' then 'chat' when 'call' then 'phone' when 'mail' then 'email' when 'sns' then 'social' when '12315' then 'regulator' else via end as channel,
  reply_s as first_response_seconds, solve_s as resolution_seconds, clock = 'BUSINESS' as business_clock, opens::time as opens_at, closes::time as closes_at
from landing.demo_helpdesk__policies
