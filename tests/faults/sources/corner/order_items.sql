select file_id, record_no, order_id || '#' || no as external_id, order_id as order_ref, no as item_no, sku as product_ref, price, changed as source_version
from landing.corner__items
