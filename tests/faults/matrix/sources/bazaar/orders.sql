select file_id, record_no, id as external_id, person as customer_ref, status, region as region_code, ordered as ordered_at, promised as promised_on, changed as source_version
from landing.bazaar__orders
