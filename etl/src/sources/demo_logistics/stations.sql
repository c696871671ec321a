select record_no, file_id, site as external_id, site_name_en as label_en, site_name as label_zh, cp_code as carrier_code, province as region_code, city
from landing.demo_logistics__sites
