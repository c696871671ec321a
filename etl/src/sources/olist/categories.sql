select t.file_id, t.record_no, t.product_category_name as external_id,
  initcap(replace(t.product_category_name_english, '_', ' ')) as label_en,
  zh.label_zh
from landing.olist__category_names t
left join (select code, min(label_zh) as label_zh from landing.olist__category_names_zh group by code) zh
  on zh.code = t.product_category_name
