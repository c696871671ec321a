select file_id, record_no, id as external_id, order_id as order_ref, slug as carrier_code, tracking_number as waybill,
  picked_up as handed_over_at, delivered as delivered_at, updated_at as source_version
from landing.aftership__parcels
