select
  record_no, file_id, id as external_id, agent as agent_code,
  case type when 'COURSE' then 'training' when 'SPOT_CHECK' then 'qa' else type end as kind,
  case subject
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
    else subject
  end as topic,
  mark as score, date as happened_on
from landing.demo_helpdesk__assessments
