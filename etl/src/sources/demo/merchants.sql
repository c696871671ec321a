select
  record_no, file_id, seller_id as external_id, shop_name as title, province as region_code, city,
  join_date as admitted_on, need_cert = 'Y' as certificate_required
from landing.demo__merchants
