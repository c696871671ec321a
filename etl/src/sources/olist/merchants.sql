select file_id, record_no, seller_id as external_id,
  seller_state as region_code, seller_city as city, seller_zip_code_prefix as zip_prefix
from landing.olist__sellers
