-- The report gives no time of the request: the payment, which it cannot precede, stands for it; no duration is made of it.
select file_id, record_no, order_no || '#1' as external_id, order_no as order_ref, 'refund_only' as kind, 'other' as reason,
  'refunded' as status, paid_at as requested_at, refund as amount
from landing.tmall__report
where refund > 0
