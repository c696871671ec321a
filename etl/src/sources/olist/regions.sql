select file_id, record_no, code as external_id, label_en, label_zh
from landing.olist__regions
