select
  record_no, file_id, id as external_id, uid as customer_ref, ck as visitor_ref, sid as visit_ref,
  case e
    when 'pv' then 'page'
    when 'item' then 'product_view'
    when 'rate_list' then 'review_view'
    when 'rec_expo' then 'recommendation_shown'
    when 'rec_click' then 'recommendation_clicked'
    when 'add_cart' then 'cart'
    when 'settle' then 'checkout'
    when 'pay_ok' then 'paid'
    when 'im_open' then 'consulted'
    else e
  end as kind,
  to_timestamp(t / 1000.0) as occurred_at,
  case src
    when 'sem' then 'paid_search'
    when 'sns' then 'social'
    when 'livestream' then 'live'
    when 'edm' then 'email'
    when 'invite' then 'referral'
    when 'feeds' then 'display'
    else src
  end as origin,
  item as product_ref, q as query, hits as results, star as rating, ms as load_ms, trade as order_ref
from landing.demo_web__clicks
