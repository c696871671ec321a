select record_no, file_id, product_id as external_id, title, category as category_code, length(title) as name_length, description_length, photos, weight_g
from landing.demo__products
