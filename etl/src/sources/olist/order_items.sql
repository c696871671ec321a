select file_id, record_no, order_id || '#' || order_item_id as external_id,
  order_id as order_ref, order_item_id as item_no,
  product_id as product_ref, seller_id as merchant_ref,
  price, freight_value as freight, shipping_limit_date as ship_by
from landing.olist__items
