select
  record_no, file_id, post_id as external_id, site as platform, post_time as mentioned_at, mood as sentiment, reach, topic, item_id as product_ref,
  body as text, reply_time as responded_at
from landing.demo_voice__mentions
