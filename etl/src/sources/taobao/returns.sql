-- The report gives no time of the request: the payment, which it cannot precede, stands for it; no duration is made of it.
select file_id, record_no, regexp_replace(order_no, '[="]', '', 'g') || '#1' as external_id,
  regexp_replace(order_no, '[="]', '', 'g') as order_ref, 'refund_only' as kind, 'other' as reason, 'refunded' as status,
  paid_at as requested_at, refund as amount
from landing.taobao__report
where refund > 0
