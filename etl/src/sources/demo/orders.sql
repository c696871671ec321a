-- The shop says "signed" and "closed"; a word not listed is passed on as it is, and shows up under its own name.
select
  record_no, file_id, order_id as external_id, customer_id as customer_ref,
  case status
    when 'paid' then 'approved'
    when 'packing' then 'processing'
    when 'signed' then 'delivered'
    when 'closed' then 'canceled'
    when 'sold_out' then 'unavailable'
    else status
  end as status,
  ordered_at, approved_at, promised_on, region_code, city, updated_at as source_version
from landing.demo__orders
