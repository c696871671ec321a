-- The first row of an order says what is said of it. Fulfilled means handed over: the export does not know what arrived.
select distinct on (order_name) file_id, record_no, order_name as external_id, email as customer_ref,
  case
    when cancelled_at is not null or financial_status in ('refunded', 'voided') then 'canceled'
    when fulfillment_status = 'fulfilled' then 'shipped'
    when fulfillment_status = 'partial' then 'processing'
    when financial_status in ('paid', 'partially_paid', 'partially_refunded', 'authorized') then 'approved'
    else 'created'
  end as status,
  created_at as ordered_at, paid_at as approved_at, province as region_code, city, cancelled_at as canceled_at
from landing.shopify__lines
where financial_status is not null
order by order_name, file_id, record_no
