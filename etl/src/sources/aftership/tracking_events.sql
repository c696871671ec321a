-- The list of a parcel's checkpoints may come in either order, so a checkpoint is known by what it says, at its time. An exception is
-- told apart by its normalised message; one that says nothing of damage, loss or return only delays.
select file_id, record_no, md5(concat_ws(chr(31), tag, message, location)) as external_id, parcel as shipment_ref,
  case
    when tag = 'InTransit' and subtag = 'InTransit_007' then 'departed'
    when tag in ('InTransit', 'AvailableForPickup') then 'arrived'
    when tag = 'OutForDelivery' then 'out_for_delivery'
    when tag = 'AttemptFail' then 'attempt_failed'
    when tag = 'Delivered' then 'delivered'
    when tag = 'Exception' and subtag_message ilike '%damage%' then 'damaged'
    when tag = 'Exception' and subtag_message ilike '%lost%' then 'lost'
    when tag = 'Exception' and subtag_message ilike '%return%' then 'returned'
    when tag = 'Exception' then 'delayed'
    else tag
  end as kind,
  happened as occurred_at, known as recorded_at, message as detail
from landing.aftership__checkpoints
where tag not in ('InfoReceived', 'Pending', 'Expired')
