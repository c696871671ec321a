select file_id, record_no, id as external_id, "order" as order_ref, no as payment_no, method, amount, paid as paid_at
from landing.bazaar__payments
