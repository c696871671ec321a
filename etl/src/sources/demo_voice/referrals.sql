select
  record_no, file_id, invite_no as external_id, uid as customer_ref, ticket as case_ref,
  case way when 'WX_SHARE' then 'wechat' when 'LINK' then 'link' when 'POSTER' then 'poster' else way end as channel,
  invite_time as referred_at, friend_uid as friend_ref, friend_reg_time as joined_at, friend_order_time as first_ordered_at
from landing.demo_voice__referrals
