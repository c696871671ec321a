-- The export has no orders: who bought what when is one.
select distinct on (customer, trim(product), bought) file_id, record_no,
  customer || '#' || trim(product) || '#' || to_char(bought, 'YYYY-MM-DD HH24:MI') as external_id,
  customer as customer_ref, 'delivered' as status, bought as ordered_at
from landing.jd_reviews__reviews
where bought is not null
order by customer, trim(product), bought, record_no
