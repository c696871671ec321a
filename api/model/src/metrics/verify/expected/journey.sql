code_lists as (
  select order_id, dimension, array_agg(value order by value collate "C") as codes, array_agg(minor order by value collate "C") as minors from many_lines group by 1, 2
),
expected_order_journey as (
  select j.customer_id, j.order_id, j.shop, j.identified, j.status, j.valid, j.ordered_at, j.ordered_on, j.approved_at, j.handed_over_at, j.delivered_at, j.delivered_on,
    j.promised_on, j.first_answered_at, j.delivery_seconds, j.promise_days, j.delay_days, j.lateness, j.delay_bucket, j.first_or_repeat, j.currency, j.region_code,
    coalesce(c.codes, '{}') as categories, coalesce(c.minors, '{}') as category_minor, coalesce(m.codes, '{}') as merchants, coalesce(m.minors, '{}') as merchant_minor,
    coalesce(p.codes, '{}') as payment_methods, coalesce(p.minors, '{}') as payment_method_minor,
    j.items_count, j.items_minor, j.freight_minor, j.payments_count, j.paid_minor, j.reviews_count, j.score_sum, array[j.s1, j.s2, j.s3, j.s4, j.s5]::integer[] as score_counts,
    j.prev_on, j.prev2_on, j.next_on, j.valid_prev_on, j.valid_prev2_on, j.valid_next_on, j.valid_first_of_day
  from judged j
  left join code_lists c on c.order_id = j.order_id and c.dimension = 'CATEGORY'
  left join code_lists m on m.order_id = j.order_id and m.dimension = 'MERCHANT'
  left join code_lists p on p.order_id = j.order_id and p.dimension = 'PAYMENT_METHOD'
)
