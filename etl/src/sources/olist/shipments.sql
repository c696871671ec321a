-- Olist keeps one parcel an order, inside the order's own row.
select file_id, record_no, order_id as external_id, order_id as order_ref,
  order_delivered_carrier_date as handed_over_at,
  order_delivered_customer_date as delivered_at
from landing.olist__orders
where order_delivered_carrier_date is not null or order_delivered_customer_date is not null
