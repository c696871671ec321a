select file_id, record_no, order_no as external_id, case when paid_at is null then 'created' else 'approved' end as status,
  ordered as ordered_at, paid_at as approved_at, region as region_code
from landing.tmall__report
