-- Confirmed by the buyer is the nearest to delivered that the report has.
select file_id, record_no, regexp_replace(order_no, '[="]', '', 'g') || '#1' as external_id,
  regexp_replace(order_no, '[="]', '', 'g') as order_ref, carrier as carrier_code, regexp_replace(waybill, '^No:|[="]', '', 'g') as waybill,
  confirmed_at as delivered_at
from landing.taobao__report
where waybill is not null
