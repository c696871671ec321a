-- Every row a rollup by dimension counts an order in: one for the total and for each single-valued dimension, one for each value of the others.
slices as materialized (
  select j.order_id, v.dimension, v.value, null::bigint as lines_minor
  from judged j cross join lateral (values ('', ''), ('REGION', coalesce(j.region_code, '')), ('ORDER_STATUS', j.status), ('LATE', j.lateness),
    ('DELAY_BUCKET', j.delay_bucket), ('FIRST_OR_REPEAT', j.first_or_repeat)) as v(dimension, value)
  union all
  select order_id, dimension, value, minor from many_lines
  union all
  select j.order_id, m.dimension, '', 0 from judged j cross join (values ('CATEGORY'), ('MERCHANT'), ('PAYMENT_METHOD')) as m(dimension)
  where case m.dimension when 'PAYMENT_METHOD' then j.payments_count else j.items_count end = 0
),
sliced as not materialized (
  select s.dimension, s.value, s.lines_minor, j.*,
    case when s.dimension in ('CATEGORY', 'MERCHANT') then s.lines_minor else j.items_minor + j.freight_minor end as goods_minor,
    case when s.dimension = 'PAYMENT_METHOD' then s.lines_minor else j.paid_minor end as money_in_minor
  from slices s join judged j on j.order_id = s.order_id
),
-- Every cell of a day stands beside that of its month; merchants are kept by month alone.
spans(span) as (values ('day'), ('month')),
expected_orders_daily as (
  select dimension, span, shop, value, case span when 'month' then ordered_on - extract(day from ordered_on)::int + 1 else ordered_on end as day,
    count(*) as orders,
    sum(goods_minor) as gmv,
    sum(least(goods_minor, 3000000000) * least(goods_minor, 3000000000)) as gmv_squares,
    sum(case when payments_count > 0 then money_in_minor else 0 end) as average_order_value_sum,
    sum((payments_count > 0)::int) as average_order_value_whole,
    sum(case when payments_count > 0 then least(money_in_minor, 3000000000) * least(money_in_minor, 3000000000) else 0 end) as average_order_value_squares,
    sum((status = 'canceled')::int) as cancellation_rate_part,
    sum((status = 'delivered' and coalesce(delay_days <= 0, false))::int) as on_time_delivery_rate_part,
    sum((status = 'delivered' and delay_days is not null)::int) as on_time_delivery_rate_whole,
    sum(case when status = 'delivered' then coalesce(delivery_seconds, 0) else 0 end) as delivery_days_mean_sum,
    sum((status = 'delivered' and delivered_at is not null)::int) as delivery_days_mean_whole,
    sum(case when status = 'delivered' then coalesce(delivery_seconds::numeric * delivery_seconds, 0) else 0 end) as delivery_days_mean_squares,
    sum((status = 'delivered')::int) as delivered_rate_part,
    sum(score_sum) as average_review_score_sum,
    sum(reviews_count) as average_review_score_whole,
    sum(s1 + 4 * s2 + 9 * s3 + 16 * s4 + 25 * s5) as average_review_score_squares,
    sum(s4) + sum(s5) as positive_review_rate_part,
    sum(s1) + sum(s2) as negative_review_rate_part,
    sum((status = 'delivered' and reviews_count > 0)::int) as review_rate_part,
    sum(s1) as one_star_share_part, sum(s2) as two_star_share_part, sum(s3) as three_star_share_part, sum(s4) as four_star_share_part, sum(s5) as five_star_share_part,
    sum((not identified)::int) as unidentified_orders
  from sliced cross join spans where span = 'month' or dimension <> 'MERCHANT' group by 1, 2, 3, 4, 5
),
expected_promises_daily as (
  select dimension, span, shop, value, case span when 'month' then promised_on - extract(day from promised_on)::int + 1 else promised_on end as day,
    count(*) as promise_kept_rate_whole,
    sum(coalesce(delivered_on <= promised_on, false)::int) as promise_kept_rate_part
  from sliced cross join spans where status not in ('canceled', 'unavailable') and promised_on is not null and dimension <> 'MERCHANT'
  group by 1, 2, 3, 4, 5
),
expected_order_pairs as (
  select 'order' as chain, shop, ordered_on as day, case when prev_on is null then '-infinity' else prev_on end as prev_day, count(*) as links
  from fact where identified group by 2, 3, 4
  union all
  select 'valid_day', shop, ordered_on, case when valid_prev_on is null then '-infinity' else valid_prev_on end, count(*)
  from fact where identified and valid_first_of_day group by 2, 3, 4
),
expected_order_triples as (
  select 'order' as chain, shop, ordered_on as day, prev_on as prev_day, case when prev2_on is null then '-infinity' else prev2_on end as prev2_day, count(*) as links
  from fact where identified and prev_on is not null group by 2, 3, 4, 5
  union all
  select 'valid_day', shop, ordered_on, valid_prev_on, case when valid_prev2_on is null then '-infinity' else valid_prev2_on end, count(*)
  from fact where identified and valid_first_of_day and valid_prev_on is not null group by 2, 3, 4, 5
),
-- Straight from the customers' valid days: the first, and how far away the second lies.
expected_repurchase_gaps as (
  select s.shop, one.ordered_on as first_day, case when two.ordered_on is null then 2147483647 else two.ordered_on - one.ordered_on end as gap_days, count(*) as customers
  from valid_days one
  join core.customers s on s.customer_id = one.customer_id
  left join valid_days two on two.customer_id = one.customer_id and two.nth = 2
  where one.nth = 1 and s.identified group by 1, 2, 3
),
-- Straight from the customers' links: the how-manieth of its calendar span each is, from either end.
links as (
  select 'order' as chain, shop, customer_id, ordered_on as day from fact where identified
  union all
  select 'valid_day', shop, customer_id, ordered_on from fact where identified and valid_first_of_day
),
placed_links as materialized (
  select l.chain, l.shop, l.day, g.span, row_number() over forth as nth, row_number() over back as nth_last
  from links l cross join (values ('day'), ('week'), ('month'), ('quarter'), ('year')) g(span)
  window forth as (partition by l.chain, l.customer_id, g.span, date_trunc(g.span, l.day::timestamp) order by l.day),
    back as (partition by l.chain, l.customer_id, g.span, date_trunc(g.span, l.day::timestamp) order by l.day desc)
),
expected_chain_days as (
  select chain, shop, day,
    count(*) filter (where span = 'day' and nth = 1) as first_in_day, count(*) filter (where span = 'week' and nth = 1) as first_in_week,
    count(*) filter (where span = 'month' and nth = 1) as first_in_month, count(*) filter (where span = 'quarter' and nth = 1) as first_in_quarter,
    count(*) filter (where span = 'year' and nth = 1) as first_in_year,
    count(*) filter (where span = 'day' and nth = 2) as second_in_day, count(*) filter (where span = 'week' and nth = 2) as second_in_week,
    count(*) filter (where span = 'month' and nth = 2) as second_in_month, count(*) filter (where span = 'quarter' and nth = 2) as second_in_quarter,
    count(*) filter (where span = 'year' and nth = 2) as second_in_year,
    count(*) filter (where span = 'day' and nth_last = 1) as last_in_day, count(*) filter (where span = 'week' and nth_last = 1) as last_in_week,
    count(*) filter (where span = 'month' and nth_last = 1) as last_in_month, count(*) filter (where span = 'quarter' and nth_last = 1) as last_in_quarter,
    count(*) filter (where span = 'year' and nth_last = 1) as last_in_year,
    count(*) filter (where span = 'day' and nth_last = 2) as last_but_one_in_day, count(*) filter (where span = 'week' and nth_last = 2) as last_but_one_in_week,
    count(*) filter (where span = 'month' and nth_last = 2) as last_but_one_in_month, count(*) filter (where span = 'quarter' and nth_last = 2) as last_but_one_in_quarter,
    count(*) filter (where span = 'year' and nth_last = 2) as last_but_one_in_year
  from placed_links group by 1, 2, 3
),
expected_first_days as (
  select shop, first_day, sum(customers) as customers, sum(case when gap_days = 2147483647 then customers else 0 end) as not_back,
    sum(case when gap_days <= 30 then customers else 0 end) as back_within_30, sum(case when gap_days <= 60 then customers else 0 end) as back_within_60, sum(case when gap_days <= 90 then customers else 0 end) as back_within_90,
    sum(case when gap_days <= 365 then customers else 0 end) as back_within_365
  from expected_repurchase_gaps group by 1, 2
),
expected_repurchase_gap_months as (
  select shop, first_day - extract(day from first_day)::int + 1 as first_month, gap_days, sum(customers) as customers
  from expected_repurchase_gaps where gap_days < 2147483647 group by 1, 2, 3
)
