select file_id, record_no, order_name || '#1' as external_id, order_name as order_ref, 1 as payment_no,
  coalesce(lower(payment_method), 'not_defined') as method, total as amount, paid_at
from landing.shopify__lines
where financial_status is not null and paid_at is not null
