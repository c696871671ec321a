select file_id, record_no, product_id as external_id,
  product_category_name as category_code,
  product_name_lenght as name_length,
  product_description_lenght as description_length,
  product_photos_qty as photos,
  product_weight_g as weight_g,
  product_length_cm as length_cm,
  product_height_cm as height_cm,
  product_width_cm as width_cm
from landing.olist__products
