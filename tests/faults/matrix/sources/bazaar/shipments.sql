select file_id, record_no, id as external_id, "order" as order_ref, carrier as carrier_code, handed as handed_over_at, delivered as delivered_at, changed as source_version
from landing.bazaar__parcels
