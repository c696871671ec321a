select record_no, file_id, customer_id as external_id, region_code, city, name, name_masked, phone, phone_masked
from landing.demo__customers
