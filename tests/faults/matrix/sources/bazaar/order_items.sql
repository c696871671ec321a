select file_id, record_no, id as external_id, "order" as order_ref, no as item_no, sku as product_ref, price, freight, changed as source_version
from landing.bazaar__items
