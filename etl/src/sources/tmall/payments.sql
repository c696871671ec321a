-- Of a paid order the buyer paid the total; 买家实际支付金额 is that less what was refunded.
select file_id, record_no, order_no || '#1' as external_id, order_no as order_ref, 1 as payment_no, 'not_defined' as method,
  paid + refund as amount, paid_at
from landing.tmall__report
where paid_at is not null
