create table mart.orders_daily (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  orders bigint not null default 0,
  gmv bigint not null default 0,
  gmv_squares numeric not null default 0,
  average_order_value_sum bigint not null default 0,
  average_order_value_whole bigint not null default 0,
  average_order_value_squares numeric not null default 0,
  cancellation_rate_part bigint not null default 0,
  on_time_delivery_rate_part bigint not null default 0,
  on_time_delivery_rate_whole bigint not null default 0,
  delivery_days_mean_sum bigint not null default 0,
  delivery_days_mean_whole bigint not null default 0,
  delivery_days_mean_squares numeric not null default 0,
  delivered_rate_part bigint not null default 0,
  average_review_score_sum bigint not null default 0,
  average_review_score_whole bigint not null default 0,
  average_review_score_squares numeric not null default 0,
  positive_review_rate_part bigint not null default 0,
  negative_review_rate_part bigint not null default 0,
  review_rate_part bigint not null default 0,
  one_star_share_part bigint not null default 0,
  two_star_share_part bigint not null default 0,
  three_star_share_part bigint not null default 0,
  four_star_share_part bigint not null default 0,
  five_star_share_part bigint not null default 0,
  unidentified_orders bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.orders_daily (dimension, span, shop, day, value, orders, gmv, gmv_squares, average_order_value_sum, average_order_value_whole, average_order_value_squares, cancellation_rate_part, on_time_delivery_rate_part, on_time_delivery_rate_whole, delivery_days_mean_sum, delivery_days_mean_whole, delivery_days_mean_squares, delivered_rate_part, average_review_score_sum, average_review_score_whole, average_review_score_squares, positive_review_rate_part, negative_review_rate_part, review_rate_part, one_star_share_part, two_star_share_part, three_star_share_part, four_star_share_part, five_star_share_part, unidentified_orders)
select dimension, span, shop, day, value, orders, gmv, gmv_squares, average_order_value_sum, average_order_value_whole, average_order_value_squares, cancellation_rate_part, on_time_delivery_rate_part, on_time_delivery_rate_whole, delivery_days_mean_sum, delivery_days_mean_whole, delivery_days_mean_squares, delivered_rate_part, average_review_score_sum, average_review_score_whole, average_review_score_squares, positive_review_rate_part, negative_review_rate_part, review_rate_part, one_star_share_part, two_star_share_part, three_star_share_part, four_star_share_part, five_star_share_part, unidentified_orders from (
with fine as materialized (
select dimension, span, shop, value, day, coalesce(one.orders, 0) + coalesce(several.orders, 0) as orders, coalesce(one.gmv, 0) + coalesce(several.gmv, 0) as gmv, coalesce(one.gmv_squares, 0) + coalesce(several.gmv_squares, 0) as gmv_squares, coalesce(one.average_order_value_sum, 0) + coalesce(several.average_order_value_sum, 0) as average_order_value_sum, coalesce(one.average_order_value_whole, 0) + coalesce(several.average_order_value_whole, 0) as average_order_value_whole, coalesce(one.average_order_value_squares, 0) + coalesce(several.average_order_value_squares, 0) as average_order_value_squares, coalesce(one.cancellation_rate_part, 0) + coalesce(several.cancellation_rate_part, 0) as cancellation_rate_part, coalesce(one.on_time_delivery_rate_part, 0) + coalesce(several.on_time_delivery_rate_part, 0) as on_time_delivery_rate_part, coalesce(one.on_time_delivery_rate_whole, 0) + coalesce(several.on_time_delivery_rate_whole, 0) as on_time_delivery_rate_whole, coalesce(one.delivery_days_mean_sum, 0) + coalesce(several.delivery_days_mean_sum, 0) as delivery_days_mean_sum, coalesce(one.delivery_days_mean_whole, 0) + coalesce(several.delivery_days_mean_whole, 0) as delivery_days_mean_whole, coalesce(one.delivery_days_mean_squares, 0) + coalesce(several.delivery_days_mean_squares, 0) as delivery_days_mean_squares, coalesce(one.delivered_rate_part, 0) + coalesce(several.delivered_rate_part, 0) as delivered_rate_part, coalesce(one.average_review_score_sum, 0) + coalesce(several.average_review_score_sum, 0) as average_review_score_sum, coalesce(one.average_review_score_whole, 0) + coalesce(several.average_review_score_whole, 0) as average_review_score_whole, coalesce(one.average_review_score_squares, 0) + coalesce(several.average_review_score_squares, 0) as average_review_score_squares, coalesce(one.positive_review_rate_part, 0) + coalesce(several.positive_review_rate_part, 0) as positive_review_rate_part, coalesce(one.negative_review_rate_part, 0) + coalesce(several.negative_review_rate_part, 0) as negative_review_rate_part, coalesce(one.review_rate_part, 0) + coalesce(several.review_rate_part, 0) as review_rate_part, coalesce(one.one_star_share_part, 0) + coalesce(several.one_star_share_part, 0) as one_star_share_part, coalesce(one.two_star_share_part, 0) + coalesce(several.two_star_share_part, 0) as two_star_share_part, coalesce(one.three_star_share_part, 0) + coalesce(several.three_star_share_part, 0) as three_star_share_part, coalesce(one.four_star_share_part, 0) + coalesce(several.four_star_share_part, 0) as four_star_share_part, coalesce(one.five_star_share_part, 0) + coalesce(several.five_star_share_part, 0) as five_star_share_part, coalesce(one.unidentified_orders, 0) + coalesce(several.unidentified_orders, 0) as unidentified_orders from (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_status) = 0 then 'ORDER_STATUS' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_delay_bucket) = 0 then 'DELAY_BUCKET' when grouping(j.only_first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.only_categories) = 0 then 'CATEGORY' when grouping(j.only_merchants) = 0 then 'MERCHANT' when grouping(j.only_payment_methods) = 0 then 'PAYMENT_METHOD' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_status) = 0 then 'day' when grouping(j.only_lateness) = 0 then 'day' when grouping(j.only_delay_bucket) = 0 then 'day' when grouping(j.only_first_or_repeat) = 0 then 'day' when grouping(j.only_categories) = 0 then 'day' when grouping(j.only_merchants) = 0 then 'month' when grouping(j.only_payment_methods) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_status) = 0 then j.only_status when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_delay_bucket) = 0 then j.only_delay_bucket when grouping(j.only_first_or_repeat) = 0 then j.only_first_or_repeat when grouping(j.only_categories) = 0 then j.only_categories when grouping(j.only_merchants) = 0 then j.only_merchants when grouping(j.only_payment_methods) = 0 then j.only_payment_methods else '' end as value, coalesce(j.ordered_on, j.month) as day,
  count(*) as orders,
  coalesce(sum(j.items_minor + j.freight_minor), 0) as gmv,
  coalesce(sum(least(j.items_minor + j.freight_minor, 3000000000) * least(j.items_minor + j.freight_minor, 3000000000)), 0) as gmv_squares,
  coalesce(sum(j.paid_minor) filter (where j.payments_count > 0), 0) as average_order_value_sum,
  count(*) filter (where j.payments_count > 0) as average_order_value_whole,
  coalesce(sum(least(j.paid_minor, 3000000000) * least(j.paid_minor, 3000000000)) filter (where j.payments_count > 0), 0) as average_order_value_squares,
  count(*) filter (where j.status = 'canceled') as cancellation_rate_part,
  count(*) filter (where (j.status = 'delivered' and j.delivered_on is not null and j.promised_on is not null) and (j.delivered_on <= j.promised_on)) as on_time_delivery_rate_part,
  count(*) filter (where j.status = 'delivered' and j.delivered_on is not null and j.promised_on is not null) as on_time_delivery_rate_whole,
  coalesce(sum(j.delivery_seconds) filter (where j.status = 'delivered' and j.delivery_seconds is not null), 0) as delivery_days_mean_sum,
  count(*) filter (where j.status = 'delivered' and j.delivery_seconds is not null) as delivery_days_mean_whole,
  coalesce(sum(least(j.delivery_seconds, 3000000000) * least(j.delivery_seconds, 3000000000)) filter (where j.status = 'delivered' and j.delivery_seconds is not null), 0) as delivery_days_mean_squares,
  count(*) filter (where j.status = 'delivered') as delivered_rate_part,
  coalesce(sum(j.score_sum), 0) as average_review_score_sum,
  coalesce(sum(j.reviews_count), 0) as average_review_score_whole,
  coalesce(sum(j.score_counts[1] + 4 * j.score_counts[2] + 9 * j.score_counts[3] + 16 * j.score_counts[4] + 25 * j.score_counts[5]), 0) as average_review_score_squares,
  coalesce(sum(j.score_counts[4] + j.score_counts[5]), 0) as positive_review_rate_part,
  coalesce(sum(j.score_counts[1] + j.score_counts[2]), 0) as negative_review_rate_part,
  count(*) filter (where (j.status = 'delivered') and (j.reviews_count > 0)) as review_rate_part,
  coalesce(sum(j.score_counts[1]), 0) as one_star_share_part,
  coalesce(sum(j.score_counts[2]), 0) as two_star_share_part,
  coalesce(sum(j.score_counts[3]), 0) as three_star_share_part,
  coalesce(sum(j.score_counts[4]), 0) as four_star_share_part,
  coalesce(sum(j.score_counts[5]), 0) as five_star_share_part,
  count(*) filter (where not j.identified) as unidentified_orders
from (select j.*, date_trunc('month', j.ordered_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.status, '') as only_status, coalesce(j.lateness, '') as only_lateness, coalesce(j.delay_bucket, '') as only_delay_bucket, coalesce(j.first_or_repeat, '') as only_first_or_repeat, case cardinality(j.categories) when 0 then '' when 1 then j.categories[1] end as only_categories, case cardinality(j.merchants) when 0 then '' when 1 then j.merchants[1] end as only_merchants, case cardinality(j.payment_methods) when 0 then '' when 1 then j.payment_methods[1] end as only_payment_methods from journey.order_journey j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.only_region_code), (j.shop, j.ordered_on, j.only_status), (j.shop, j.ordered_on, j.only_lateness), (j.shop, j.ordered_on, j.only_delay_bucket), (j.shop, j.ordered_on, j.only_first_or_repeat), (j.shop, j.ordered_on, j.only_categories), (j.shop, j.month, j.only_merchants), (j.shop, j.ordered_on, j.only_payment_methods))
having not (grouping(j.only_categories) = 0 and j.only_categories is null) and not (grouping(j.only_merchants) = 0 and j.only_merchants is null) and not (grouping(j.only_payment_methods) = 0 and j.only_payment_methods is null)
) one full join (
select 'CATEGORY' as dimension, 'day' as span, j.shop, d.value, j.ordered_on as day,
  count(*) as orders,
  coalesce(sum(coalesce(d.minor, 0)), 0) as gmv,
  coalesce(sum(least(coalesce(d.minor, 0), 3000000000) * least(coalesce(d.minor, 0), 3000000000)), 0) as gmv_squares,
  coalesce(sum(j.paid_minor) filter (where j.payments_count > 0), 0) as average_order_value_sum,
  count(*) filter (where j.payments_count > 0) as average_order_value_whole,
  coalesce(sum(least(j.paid_minor, 3000000000) * least(j.paid_minor, 3000000000)) filter (where j.payments_count > 0), 0) as average_order_value_squares,
  count(*) filter (where j.status = 'canceled') as cancellation_rate_part,
  count(*) filter (where (j.status = 'delivered' and j.delivered_on is not null and j.promised_on is not null) and (j.delivered_on <= j.promised_on)) as on_time_delivery_rate_part,
  count(*) filter (where j.status = 'delivered' and j.delivered_on is not null and j.promised_on is not null) as on_time_delivery_rate_whole,
  coalesce(sum(j.delivery_seconds) filter (where j.status = 'delivered' and j.delivery_seconds is not null), 0) as delivery_days_mean_sum,
  count(*) filter (where j.status = 'delivered' and j.delivery_seconds is not null) as delivery_days_mean_whole,
  coalesce(sum(least(j.delivery_seconds, 3000000000) * least(j.delivery_seconds, 3000000000)) filter (where j.status = 'delivered' and j.delivery_seconds is not null), 0) as delivery_days_mean_squares,
  count(*) filter (where j.status = 'delivered') as delivered_rate_part,
  coalesce(sum(j.score_sum), 0) as average_review_score_sum,
  coalesce(sum(j.reviews_count), 0) as average_review_score_whole,
  coalesce(sum(j.score_counts[1] + 4 * j.score_counts[2] + 9 * j.score_counts[3] + 16 * j.score_counts[4] + 25 * j.score_counts[5]), 0) as average_review_score_squares,
  coalesce(sum(j.score_counts[4] + j.score_counts[5]), 0) as positive_review_rate_part,
  coalesce(sum(j.score_counts[1] + j.score_counts[2]), 0) as negative_review_rate_part,
  count(*) filter (where (j.status = 'delivered') and (j.reviews_count > 0)) as review_rate_part,
  coalesce(sum(j.score_counts[1]), 0) as one_star_share_part,
  coalesce(sum(j.score_counts[2]), 0) as two_star_share_part,
  coalesce(sum(j.score_counts[3]), 0) as three_star_share_part,
  coalesce(sum(j.score_counts[4]), 0) as four_star_share_part,
  coalesce(sum(j.score_counts[5]), 0) as five_star_share_part,
  count(*) filter (where not j.identified) as unidentified_orders
from journey.order_journey j cross join lateral unnest(j.categories, j.category_minor) as d(value, minor)
where j.ordered_on is not null and cardinality(j.categories) > 1
group by j.shop, d.value, j.ordered_on
union all
select 'MERCHANT' as dimension, 'month' as span, j.shop, d.value, date_trunc('month', j.ordered_on::timestamp)::date as day,
  count(*) as orders,
  coalesce(sum(coalesce(d.minor, 0)), 0) as gmv,
  coalesce(sum(least(coalesce(d.minor, 0), 3000000000) * least(coalesce(d.minor, 0), 3000000000)), 0) as gmv_squares,
  coalesce(sum(j.paid_minor) filter (where j.payments_count > 0), 0) as average_order_value_sum,
  count(*) filter (where j.payments_count > 0) as average_order_value_whole,
  coalesce(sum(least(j.paid_minor, 3000000000) * least(j.paid_minor, 3000000000)) filter (where j.payments_count > 0), 0) as average_order_value_squares,
  count(*) filter (where j.status = 'canceled') as cancellation_rate_part,
  count(*) filter (where (j.status = 'delivered' and j.delivered_on is not null and j.promised_on is not null) and (j.delivered_on <= j.promised_on)) as on_time_delivery_rate_part,
  count(*) filter (where j.status = 'delivered' and j.delivered_on is not null and j.promised_on is not null) as on_time_delivery_rate_whole,
  coalesce(sum(j.delivery_seconds) filter (where j.status = 'delivered' and j.delivery_seconds is not null), 0) as delivery_days_mean_sum,
  count(*) filter (where j.status = 'delivered' and j.delivery_seconds is not null) as delivery_days_mean_whole,
  coalesce(sum(least(j.delivery_seconds, 3000000000) * least(j.delivery_seconds, 3000000000)) filter (where j.status = 'delivered' and j.delivery_seconds is not null), 0) as delivery_days_mean_squares,
  count(*) filter (where j.status = 'delivered') as delivered_rate_part,
  coalesce(sum(j.score_sum), 0) as average_review_score_sum,
  coalesce(sum(j.reviews_count), 0) as average_review_score_whole,
  coalesce(sum(j.score_counts[1] + 4 * j.score_counts[2] + 9 * j.score_counts[3] + 16 * j.score_counts[4] + 25 * j.score_counts[5]), 0) as average_review_score_squares,
  coalesce(sum(j.score_counts[4] + j.score_counts[5]), 0) as positive_review_rate_part,
  coalesce(sum(j.score_counts[1] + j.score_counts[2]), 0) as negative_review_rate_part,
  count(*) filter (where (j.status = 'delivered') and (j.reviews_count > 0)) as review_rate_part,
  coalesce(sum(j.score_counts[1]), 0) as one_star_share_part,
  coalesce(sum(j.score_counts[2]), 0) as two_star_share_part,
  coalesce(sum(j.score_counts[3]), 0) as three_star_share_part,
  coalesce(sum(j.score_counts[4]), 0) as four_star_share_part,
  coalesce(sum(j.score_counts[5]), 0) as five_star_share_part,
  count(*) filter (where not j.identified) as unidentified_orders
from journey.order_journey j cross join lateral unnest(j.merchants, j.merchant_minor) as d(value, minor)
where j.ordered_on is not null and cardinality(j.merchants) > 1
group by j.shop, d.value, date_trunc('month', j.ordered_on::timestamp)::date
union all
select 'PAYMENT_METHOD' as dimension, 'day' as span, j.shop, d.value, j.ordered_on as day,
  count(*) as orders,
  coalesce(sum(j.items_minor + j.freight_minor), 0) as gmv,
  coalesce(sum(least(j.items_minor + j.freight_minor, 3000000000) * least(j.items_minor + j.freight_minor, 3000000000)), 0) as gmv_squares,
  coalesce(sum(coalesce(d.minor, 0)) filter (where j.payments_count > 0), 0) as average_order_value_sum,
  count(*) filter (where j.payments_count > 0) as average_order_value_whole,
  coalesce(sum(least(coalesce(d.minor, 0), 3000000000) * least(coalesce(d.minor, 0), 3000000000)) filter (where j.payments_count > 0), 0) as average_order_value_squares,
  count(*) filter (where j.status = 'canceled') as cancellation_rate_part,
  count(*) filter (where (j.status = 'delivered' and j.delivered_on is not null and j.promised_on is not null) and (j.delivered_on <= j.promised_on)) as on_time_delivery_rate_part,
  count(*) filter (where j.status = 'delivered' and j.delivered_on is not null and j.promised_on is not null) as on_time_delivery_rate_whole,
  coalesce(sum(j.delivery_seconds) filter (where j.status = 'delivered' and j.delivery_seconds is not null), 0) as delivery_days_mean_sum,
  count(*) filter (where j.status = 'delivered' and j.delivery_seconds is not null) as delivery_days_mean_whole,
  coalesce(sum(least(j.delivery_seconds, 3000000000) * least(j.delivery_seconds, 3000000000)) filter (where j.status = 'delivered' and j.delivery_seconds is not null), 0) as delivery_days_mean_squares,
  count(*) filter (where j.status = 'delivered') as delivered_rate_part,
  coalesce(sum(j.score_sum), 0) as average_review_score_sum,
  coalesce(sum(j.reviews_count), 0) as average_review_score_whole,
  coalesce(sum(j.score_counts[1] + 4 * j.score_counts[2] + 9 * j.score_counts[3] + 16 * j.score_counts[4] + 25 * j.score_counts[5]), 0) as average_review_score_squares,
  coalesce(sum(j.score_counts[4] + j.score_counts[5]), 0) as positive_review_rate_part,
  coalesce(sum(j.score_counts[1] + j.score_counts[2]), 0) as negative_review_rate_part,
  count(*) filter (where (j.status = 'delivered') and (j.reviews_count > 0)) as review_rate_part,
  coalesce(sum(j.score_counts[1]), 0) as one_star_share_part,
  coalesce(sum(j.score_counts[2]), 0) as two_star_share_part,
  coalesce(sum(j.score_counts[3]), 0) as three_star_share_part,
  coalesce(sum(j.score_counts[4]), 0) as four_star_share_part,
  coalesce(sum(j.score_counts[5]), 0) as five_star_share_part,
  count(*) filter (where not j.identified) as unidentified_orders
from journey.order_journey j cross join lateral unnest(j.payment_methods, j.payment_method_minor) as d(value, minor)
where j.ordered_on is not null and cardinality(j.payment_methods) > 1
group by j.shop, d.value, j.ordered_on
) several using (dimension, span, shop, value, day)
)
select dimension, span, shop, day, value, orders, gmv, gmv_squares, average_order_value_sum, average_order_value_whole, average_order_value_squares, cancellation_rate_part, on_time_delivery_rate_part, on_time_delivery_rate_whole, delivery_days_mean_sum, delivery_days_mean_whole, delivery_days_mean_squares, delivered_rate_part, average_review_score_sum, average_review_score_whole, average_review_score_squares, positive_review_rate_part, negative_review_rate_part, review_rate_part, one_star_share_part, two_star_share_part, three_star_share_part, four_star_share_part, five_star_share_part, unidentified_orders from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.orders)::bigint as orders, sum(c.gmv)::bigint as gmv, sum(c.gmv_squares)::numeric as gmv_squares, sum(c.average_order_value_sum)::bigint as average_order_value_sum, sum(c.average_order_value_whole)::bigint as average_order_value_whole, sum(c.average_order_value_squares)::numeric as average_order_value_squares, sum(c.cancellation_rate_part)::bigint as cancellation_rate_part, sum(c.on_time_delivery_rate_part)::bigint as on_time_delivery_rate_part, sum(c.on_time_delivery_rate_whole)::bigint as on_time_delivery_rate_whole, sum(c.delivery_days_mean_sum)::bigint as delivery_days_mean_sum, sum(c.delivery_days_mean_whole)::bigint as delivery_days_mean_whole, sum(c.delivery_days_mean_squares)::numeric as delivery_days_mean_squares, sum(c.delivered_rate_part)::bigint as delivered_rate_part, sum(c.average_review_score_sum)::bigint as average_review_score_sum, sum(c.average_review_score_whole)::bigint as average_review_score_whole, sum(c.average_review_score_squares)::numeric as average_review_score_squares, sum(c.positive_review_rate_part)::bigint as positive_review_rate_part, sum(c.negative_review_rate_part)::bigint as negative_review_rate_part, sum(c.review_rate_part)::bigint as review_rate_part, sum(c.one_star_share_part)::bigint as one_star_share_part, sum(c.two_star_share_part)::bigint as two_star_share_part, sum(c.three_star_share_part)::bigint as three_star_share_part, sum(c.four_star_share_part)::bigint as four_star_share_part, sum(c.five_star_share_part)::bigint as five_star_share_part, sum(c.unidentified_orders)::bigint as unidentified_orders
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.orders <> 0 or c.gmv <> 0 or c.gmv_squares <> 0 or c.average_order_value_sum <> 0 or c.average_order_value_whole <> 0 or c.average_order_value_squares <> 0 or c.cancellation_rate_part <> 0 or c.on_time_delivery_rate_part <> 0 or c.on_time_delivery_rate_whole <> 0 or c.delivery_days_mean_sum <> 0 or c.delivery_days_mean_whole <> 0 or c.delivery_days_mean_squares <> 0 or c.delivered_rate_part <> 0 or c.average_review_score_sum <> 0 or c.average_review_score_whole <> 0 or c.average_review_score_squares <> 0 or c.positive_review_rate_part <> 0 or c.negative_review_rate_part <> 0 or c.review_rate_part <> 0 or c.one_star_share_part <> 0 or c.two_star_share_part <> 0 or c.three_star_share_part <> 0 or c.four_star_share_part <> 0 or c.five_star_share_part <> 0 or c.unidentified_orders <> 0 order by dimension, span, shop, day, value;
