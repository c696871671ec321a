select file_id, record_no, order_id || '#' || payment_sequential as external_id,
  order_id as order_ref, payment_sequential as payment_no,
  payment_type as method, payment_installments as installments, payment_value as amount
from landing.olist__payments
