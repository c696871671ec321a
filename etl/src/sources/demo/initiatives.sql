select
  record_no, file_id, code as external_id, name_en as label_en, name_zh as label_zh, goal as metric, claim_en, claim_zh,
  dimension as scope_dimension, members as scope_values, start_date as starts_on, end_date as ends_on, budget as cost
from landing.demo__initiatives
