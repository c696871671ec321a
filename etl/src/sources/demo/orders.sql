-- A status not listed is passed on as it is, and shows up under its own name.
select
  record_no, file_id, trade_no as external_id, buyer_id as customer_ref,
  case trade_status
    when 'WAIT_BUYER_PAY' then 'created'
    when 'BUYER_PAID' then 'approved'
    when 'WAIT_SELLER_SEND' then 'processing'
    when 'WAIT_BUYER_CONFIRM' then 'shipped'
    when 'TRADE_FINISHED' then 'delivered'
    when 'TRADE_CLOSED' then 'canceled'
    when 'OUT_OF_STOCK' then 'unavailable'
    else trade_status
  end as status,
  created_time as ordered_at, paid_time as approved_at, promise_date as promised_on, province as region_code, city,
  case delivery_type when 'SAME_DAY' then 'same_day' when 'NEXT_DAY' then 'next_day' when 'STANDARD' then 'standard' when 'APPOINTMENT' then 'slot' else delivery_type end as service_level,
  case source
    when 'sem' then 'paid_search'
    when 'sns' then 'social'
    when 'livestream' then 'live'
    when 'edm' then 'email'
    when 'invite' then 'referral'
    when 'feeds' then 'display'
    else source
  end as origin,
  closed_time as canceled_at,
  case close_reason
    when 'BUYER_CANCEL' then 'customer'
    when 'NO_STOCK' then 'out_of_stock'
    when 'PAY_TIMEOUT' then 'unpaid'
    when 'REJECTED' then 'refused'
    when 'RISK' then 'fraud'
    else close_reason
  end as cancel_cause,
  modified_time as source_version
from landing.demo__orders
