-- Every row is a line. The freight of the order is charged to its first one.
select file_id, record_no, order_name || '#' || line_no as external_id, order_name as order_ref, line_no as item_no, sku as product_ref,
  vendor as merchant_ref, quantity, item_price * quantity - coalesce(item_discount, 0) as price,
  case when line_no = 1 then coalesce(shipping, 0) else 0 end as freight
from (
  select l.*, row_number() over (partition by file_id, order_name order by record_no)::integer as line_no from landing.shopify__lines l
) l
