select file_id, record_no, id as external_id, "order" as order_ref, id as review_ref, score, message, answered as answered_at, changed as source_version
from landing.bazaar__reviews
