-- The address an order ships to is its own copy of the customer; an order whose copy is missing belongs to a guest.
select o.file_id, o.record_no, o.order_id as external_id,
  c.customer_unique_id as customer_ref,
  o.order_status as status,
  o.order_purchase_timestamp as ordered_at,
  o.order_approved_at as approved_at,
  o.order_estimated_delivery_date::date as promised_on,
  c.customer_state as region_code, c.customer_city as city, c.customer_zip_code_prefix as zip_prefix
from landing.olist__orders o
left join (
  select distinct on (customer_id) customer_id, customer_unique_id, customer_state, customer_city, customer_zip_code_prefix
  from landing.olist__customers
  order by customer_id, record_no desc
) c on c.customer_id = o.customer_id
