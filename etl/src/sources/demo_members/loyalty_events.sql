select
  record_no, file_id, flow_no as external_id, uid as customer_ref, trade_no as order_ref,
  case flow_type
    when 'OPEN' then 'joined'
    when 'EARN' then 'earned'
    when 'REDEEM' then 'spent'
    when 'EXPIRE' then 'expired'
    when 'ADJUST' then 'adjusted'
    when 'LEVEL' then 'tier_changed'
    when 'BENEFIT' then 'benefit_used'
    when 'CARE' then 'care'
    else flow_type
  end as kind,
  points, case level_from when 'V1' then 'basic' when 'V2' then 'silver' when 'V3' then 'gold' else level_from end as tier_from, case level_to when 'V1' then 'basic' when 'V2' then 'silver' when 'V3' then 'gold' else level_to end as tier_to,
  benefit, flow_time as occurred_at
from landing.demo_members__ledger
