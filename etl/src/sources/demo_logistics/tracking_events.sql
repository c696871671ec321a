select
  record_no, file_id, n::text as external_id, mail_no as shipment_ref,
  case action
    when 'GOT' then 'picked_up'
    when 'ARRIVAL' then 'arrived'
    when 'DEPARTURE' then 'departed'
    when 'SENT_SCAN' then 'out_for_delivery'
    when 'FAILED' then 'attempt_failed'
    when 'SIGNED' then 'delivered'
    when 'BROKEN' then 'damaged'
    when 'LOST' then 'lost'
    when 'DELAY' then 'delayed'
    when 'RETURN' then 'returned'
    else action
  end as kind,
  occur as occurred_at, upload as recorded_at, site as station_code
from landing.demo_logistics__scans
