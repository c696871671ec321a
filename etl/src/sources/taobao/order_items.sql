-- The report knows no lines: an order is one line of its total, less the freight.
select file_id, record_no, regexp_replace(order_no, '[="]', '', 'g') || '#1' as external_id,
  regexp_replace(order_no, '[="]', '', 'g') as order_ref, 1 as item_no,
  total - coalesce(freight, 0) as price, coalesce(freight, 0) as freight
from landing.taobao__report
