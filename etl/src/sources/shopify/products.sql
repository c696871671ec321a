select distinct on (sku) file_id, record_no, sku as external_id, item_name as title, vendor as merchant_ref
from landing.shopify__lines
where sku is not null
order by sku, record_no desc
