select
  record_no, file_id, order_id || '-' || item_no as external_id, order_id as order_ref, item_no,
  product_id as product_ref, merchant_id as merchant_ref, quantity, price, freight, ship_by
from landing.demo__items
