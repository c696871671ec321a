-- A case is what its last update says.
select distinct on (number) file_id, record_no, number as external_id, caller as customer_ref, 'request' as case_type, 'after_sale' as phase,
  case contact_type when 'Phone' then 'phone' when 'IVR' then 'phone' when 'Email' then 'email' else 'form' end as channel,
  'subcategory_' || subcategory as topic, 4 - impact as severity,
  case
    when state = 'Closed' then 'closed'
    when state = 'Resolved' then 'resolved'
    when state = 'Awaiting User Info' then 'pending'
    else 'open'
  end as status,
  opened_at, resolved_at, closed_at, agent as agent_code, team, transfers, reopens, made_sla as sla_kept, updated_at as source_version
from landing.incidents__log
order by number, updated_at desc, change desc, record_no desc
