select
  record_no, file_id, id as external_id, requester as customer_ref, order_no as order_ref, item_no as product_ref,
  case kind when 'CONSULT' then 'enquiry' when 'REQUEST' then 'request' when 'COMPLAINT' then 'complaint' else kind end as case_type,
  case stage when 'PRE' then 'pre_sale' when 'MID' then 'in_sale' when 'POST' then 'after_sale' else stage end as phase,
  case via when 'im' then 'chat' when 'call' then 'phone' when 'mail' then 'email' when 'sns' then 'social' when '12315' then 'regulator' else via end as channel,
  case category
    when '查物流' then 'where_is_my_order'
    when '物流超时' then 'delivery_late'
    when '破损' then 'damaged'
    when '丢件' then 'lost'
    when '错发漏发' then 'wrong_item'
    when '与描述不符' then 'not_as_described'
    when '质量故障' then 'quality'
    when '退款进度' then 'refund'
    when '发票' then 'invoice'
    when '售前咨询' then 'advice'
    when '支付' then 'payment'
    when '账号' then 'account'
    when '服务态度' then 'attitude'
    else category
  end as topic,
  lower(root_cause) as cause, level as severity,
  case state when 'NEW' then 'open' when 'PENDING' then 'pending' when 'SOLVED' then 'resolved' when 'CLOSED' then 'closed' else state end as status,
  created_at as opened_at, first_reply_at as first_response_at, solved_at as resolved_at, closed_at,
  case mode when 'BOT' then 'bot' when 'AGENT' then 'human' when 'BOT_TO_AGENT' then 'bot_then_human' else mode end as handled_by,
  asked_at as handed_over_at, joined_at as human_joined_at, agent as agent_code, team, transfers, replies, reopens,
  answered as call_answered, queue_s as waited_seconds, sla as sla_code, score as csat, scored_at as csat_at, tone_start, tone_end,
  process_ok as flow_followed, escalated_to, escalated_at, outcome_ok as satisfied_with_outcome,
  callback_due as call_back_promised_at, callback_done as called_back_at, cost, words as text
from landing.demo_helpdesk__tickets
