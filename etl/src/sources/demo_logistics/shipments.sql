select
  record_no, file_id, mail_no as external_id, mail_no as waybill, trade_no as order_ref, cp_code as carrier_code, dot as station_code,
  case product when 'T0' then 'same_day' when 'T1' then 'next_day' when 'STD' then 'standard' when 'BOOKED' then 'slot' else product end as service_level,
  rule as promise_rule, promise as promised_at, slot_from, slot_to, handover_time as handed_over_at, sign_time as delivered_at,
  case to_where when 'DOOR' then 'door' when 'BOX' then 'locker' when 'POST' then 'station' when 'INSTALL' then 'installation' else to_where end as delivery_option,
  case protect when 'NONE' then 'none' when 'BUBBLE' then 'padded' when 'FRAGILE' then 'fragile' else protect end as protection,
  open_check = 1 as inspected,
  case material when 'PAPER' then 'carton' when 'PLASTIC' then 'plastic' when 'ECO' then 'recycled' when 'LOOP' then 'reused' else material end as packaging,
  fee_fen / 100.0 as cost,
  case result when 'LOST' then 'lost' when 'BACK' then 'returned' when 'REJECT' then 'refused' else result end as outcome
from landing.demo_logistics__waybills
