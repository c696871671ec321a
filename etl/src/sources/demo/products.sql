select
  record_no, file_id, item_id as external_id, title, category as category_code, length(title) as name_length,
  desc_len as description_length, pics as photos, weight_g, seller_id as merchant_ref, brand, list_date as listed_on, price,
  batch_no as batch, attr_need as attributes_required, attr_filled as attributes_given
from landing.demo__products
