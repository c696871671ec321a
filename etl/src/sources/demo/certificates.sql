select
  record_no, file_id, cert_no as external_id, seller_id as merchant_ref, item_id as product_ref,
  case cert_type when 'LICENSE' then 'licence' when 'QUALITY' then 'quality' when 'SPOT_CHECK' then 'inspection' else cert_type end as kind,
  issue_date as issued_on, expire_date as expires_on,
  case result when 'PASS' then 'passed' when 'FAIL' then 'failed' when 'FAKE' then 'counterfeit' when 'HAZARD' then 'unsafe' else result end as outcome
from landing.demo__certificates
