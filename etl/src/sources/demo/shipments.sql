select record_no, file_id, waybill as external_id, order_id as order_ref, carrier as carrier_code, handed_over_at, delivered_at
from landing.demo__shipments
