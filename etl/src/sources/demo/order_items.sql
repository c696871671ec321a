select
  record_no, file_id, trade_no || '-' || line_no as external_id, trade_no as order_ref, line_no as item_no, item_id as product_ref,
  seller_id as merchant_ref, num as quantity, line_total as price, post_fee as freight, send_before as ship_by, batch_no as batch,
  case check_result when 'Y' then true when 'N' then false end as picked_right
from landing.demo__items
