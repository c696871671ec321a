select
  record_no, file_id, id as external_id, uid as customer_ref, lower(purpose) as purpose, choice = 'IN' as granted, choice_time as decided_at
from landing.demo_members__consents
