select record_no, file_id, order_id || '-' || payment_no as external_id, order_id as order_ref, payment_no, method, installments, amount, paid_at
from landing.demo__payments
