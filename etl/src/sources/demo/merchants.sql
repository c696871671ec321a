select record_no, file_id, merchant_id as external_id, title, region_code, city
from landing.demo__merchants
