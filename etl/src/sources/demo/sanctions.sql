select
  record_no, file_id, penalty_no as external_id, seller_id as merchant_ref,
  case violation
    when 'FAKE_GOODS' then 'counterfeit'
    when 'FALSE_DESC' then 'false_description'
    when 'SLOW_SEND' then 'late_shipment'
    when 'HARASS' then 'abuse'
    when 'HAZARD' then 'unsafe'
    else violation
  end as violation,
  violate_date as violated_on, punish_date as sanctioned_on,
  case punish when 'WARN' then 'warning' when 'FINE' then 'fine' when 'OFF_SHELF' then 'delisting' when 'SUSPEND' then 'suspension' else punish end as measure
from landing.demo__penalties
