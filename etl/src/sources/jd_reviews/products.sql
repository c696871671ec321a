select distinct on (trim(product)) file_id, record_no, trim(product) as external_id, title
from landing.jd_reviews__reviews
order by trim(product), record_no
