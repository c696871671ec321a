select record_no, file_id, cp_code as external_id, cp_name_en as label_en, cp_name as label_zh
from landing.demo_logistics__carriers
