select
  record_no, file_id, refund_id as external_id, order_no as order_ref,
  case type when 'REFUND_RETURN' then 'return' when 'EXCHANGE' then 'exchange' when 'REPAIR' then 'repair' when 'REFUND_ONLY' then 'refund_only' else type end as kind,
  case reason
    when '七天无理由' then 'no_reason'
    when '质量问题' then 'quality'
    when '描述不符' then 'not_as_described'
    when '破损' then 'damaged'
    when '错发漏发' then 'wrong_item'
    when '尺码不合适' then 'size'
    when '送达太晚' then 'late'
    when '未收到货' then 'other'
    else reason
  end as reason,
  item_no as product_ref, num as units,
  case state
    when 'APPLIED' then 'requested'
    when 'AGREED' then 'approved'
    when 'REFUSED' then 'rejected'
    when 'SENT_BACK' then 'shipped'
    when 'GOODS_IN' then 'received'
    when 'PAID_BACK' then 'refunded'
    when 'DONE' then 'completed'
    when 'WITHDRAWN' then 'canceled'
    else state
  end as status,
  applied_at as requested_at, agreed_at as approved_at, refused_at as rejected_at, sent_back_at as shipped_at, goods_in_at as received_at,
  paid_back_at as refunded_at, done_at as completed_at, due_at, amount, handling as cost,
  case policy when '7D' then 'seven_day' when 'CAREFREE' then 'worry_free' when 'WARRANTY' then 'warranty' when 'NEGOTIATED' then 'goodwill' else policy end as policy,
  stepped_in_at, case verdict when 'BUYER' then 'customer' when 'SELLER' then 'merchant' else verdict end as decided_for
from landing.demo_helpdesk__refunds
