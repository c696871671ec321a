select file_id, record_no, regexp_replace(order_no, '[="]', '', 'g') || '#1' as external_id,
  regexp_replace(order_no, '[="]', '', 'g') as order_ref, 1 as payment_no, 'not_defined' as method, paid as amount, paid_at
from landing.taobao__report
where paid_at is not null
