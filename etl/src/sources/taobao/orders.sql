select file_id, record_no, regexp_replace(order_no, '[="]', '', 'g') as external_id, buyer as customer_ref,
  case state
    when '等待买家付款' then 'created'
    when '买家已付款，等待卖家发货' then 'approved'
    when '卖家部分发货' then 'processing'
    when '卖家已发货，等待买家确认' then 'shipped'
    when '交易成功' then 'delivered'
    when '交易关闭' then 'canceled'
    else state
  end as status,
  ordered as ordered_at, paid_at as approved_at,
  case when state = '交易关闭' and paid_at is null then 'unpaid' end as cancel_cause
from landing.taobao__report
