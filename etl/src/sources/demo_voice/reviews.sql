-- One review may stand for both orders of a split basket: review and order together are the key.
select
  record_no, file_id, rid || ' ' || trade_no as external_id, trade_no as order_ref, rid as review_ref, item_id as product_ref, stars as score,
  title, body as message, asked_time as invited_at, post_time as answered_at,
  case origin when 'USER' then 'written' when 'AUTO' then 'default' when 'REBATE' then 'rewarded' else origin end as source,
  append_to as follow_up_of, first_stars as first_score, edit_time as changed_at, reply_time as replied_at, reply, public_time as shown_at, pics as photos
from landing.demo_voice__reviews
