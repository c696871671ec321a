select file_id, record_no, order_name || '#1' as external_id, order_name as order_ref, fulfilled_at as handed_over_at
from landing.shopify__lines
where financial_status is not null and fulfilled_at is not null
