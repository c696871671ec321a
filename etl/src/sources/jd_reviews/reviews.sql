-- Nothing but the whole row tells two reviews apart: rows that are equal to the character are one review.
select file_id, record_no, whole as external_id, whole as review_ref,
  customer || '#' || trim(product) || '#' || to_char(bought, 'YYYY-MM-DD HH24:MI') as order_ref,
  trim(product) as product_ref, score, message, written as answered_at
from (
  select r.*, md5(concat_ws(chr(31), product, customer, coalesce(tier, chr(30)), coalesce(likes::text, chr(30)),
    coalesce(replies::text, chr(30)), coalesce(bought::text, chr(30)), coalesce(written::text, chr(30)), coalesce(gap::text, chr(30)),
    coalesce(score::text, chr(30)), coalesce(title, chr(30)), coalesce(message, chr(30)))) as whole
  from landing.jd_reviews__reviews r
) r
