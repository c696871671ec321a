-- A person has one row an order; the copy of the latest order gives the address.
select c.file_id, c.record_no, c.customer_unique_id as external_id,
  c.customer_state as region_code, c.customer_city as city, c.customer_zip_code_prefix as zip_prefix,
  o.ordered_at as source_version
from landing.olist__customers c
left join (
  select customer_id, max(order_purchase_timestamp) as ordered_at from landing.olist__orders group by customer_id
) o on o.customer_id = c.customer_id
