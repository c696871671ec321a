-- One review may stand for both orders of a split basket: review and order together are the key.
select record_no, file_id, review_id || ' ' || order_id as external_id, order_id as order_ref, review_id as review_ref, score, title, message, invited_at, answered_at
from landing.demo__reviews
