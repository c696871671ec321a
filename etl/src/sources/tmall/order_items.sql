-- The report knows no lines: an order is one line of its total.
select file_id, record_no, order_no || '#1' as external_id, order_no as order_ref, 1 as item_no, total as price
from landing.tmall__report
