select
  record_no, file_id, claim_no as external_id, uid as customer_ref, order_no as order_ref, ticket_id as case_ref,
  case failure
    when 'DELAY' then 'late'
    when 'BROKEN' then 'damaged'
    when 'LOST' then 'lost'
    when 'WRONG' then 'wrong_item'
    when 'MISMATCH' then 'not_as_described'
    when 'DEFECT' then 'quality'
    when 'SERVICE' then 'service'
    else failure
  end as failure,
  lower(form) as form, worth as amount, granted_at
from landing.demo_helpdesk__payouts
