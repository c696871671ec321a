select
  record_no, file_id, msg_id as external_id, uid as customer_ref, order_no as order_ref, ticket_id as case_ref,
  case kind
    when 'DELAY' then 'delay_notice'
    when 'SHIPPED' then 'shipping_notice'
    when 'ASK_REVIEW' then 'review_invitation'
    when 'CALLBACK' then 'call_back'
    when 'PROMO' then 'campaign'
    when 'CARE' then 'care'
    when 'SORRY' then 'recovery'
    else kind
  end as kind,
  via as channel, sent_at, arrived_at as delivered_at, read_at as opened_at, promised_for as promised_at, kept_at, offer,
  case arm when 'A' then 'treated' when 'CONTROL' then 'hold_out' else arm end as arm
from landing.demo_helpdesk__messages
