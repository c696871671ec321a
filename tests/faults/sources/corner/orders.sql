select file_id, record_no, id as external_id, person as customer_ref, status, ordered as ordered_at, changed as source_version
from landing.corner__orders
