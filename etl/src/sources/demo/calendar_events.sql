select
  record_no, file_id, code as external_id, name_en as label_en, name_zh as label_zh,
  case type when 'PROMO' then 'promotion' when 'HOLIDAY' then 'holiday' when 'PR' then 'public_relations' when 'INCIDENT' then 'incident' else type end as kind,
  start_date as starts_on, end_date as ends_on
from landing.demo__calendar
