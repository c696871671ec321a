select record_no, file_id, code as external_id, name_en as label_en, name_zh as label_zh
from landing.demo__categories
