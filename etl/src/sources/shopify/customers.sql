select distinct on (email) file_id, record_no, email as external_id, province as region_code, city, billing_name as name,
  billing_name_masked as name_masked, billing_phone as phone, billing_phone_masked as phone_masked
from landing.shopify__lines
where email is not null and financial_status is not null
order by email, created_at desc, record_no
