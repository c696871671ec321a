-- The list of a parcel's checkpoints may come in either order, so a checkpoint is known by what it says, at its time.
select file_id, record_no, md5(concat_ws(chr(31), tag, message, location)) as external_id, parcel as shipment_ref,
  case tag
    when 'InTransit' then 'arrived'
    when 'OutForDelivery' then 'out_for_delivery'
    when 'AttemptFail' then 'attempt_failed'
    when 'Delivered' then 'delivered'
    when 'AvailableForPickup' then 'arrived'
    when 'Exception' then 'delayed'
    when 'Expired' then 'lost'
    else tag
  end as kind,
  happened as occurred_at, known as recorded_at, message as detail
from landing.aftership__checkpoints
where tag not in ('InfoReceived', 'Pending')
