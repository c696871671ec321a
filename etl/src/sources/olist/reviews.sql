-- One review may be linked to several orders, so a review is known by review and order together.
select file_id, record_no, review_id || '#' || order_id as external_id,
  review_id as review_ref, order_id as order_ref,
  review_score as score, review_comment_title as title, review_comment_message as message,
  review_creation_date as invited_at, review_answer_timestamp as answered_at
from landing.olist__reviews
