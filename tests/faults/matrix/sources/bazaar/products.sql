select file_id, record_no, sku as external_id, title, category as category_code, changed as source_version
from landing.bazaar__goods
