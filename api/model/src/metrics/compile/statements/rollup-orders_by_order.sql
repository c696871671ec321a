create table mart.orders_by_order (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  payment_attempts_per_order_sum bigint not null default 0,
  payment_attempts_per_order_whole bigint not null default 0,
  payment_attempts_per_order_squares numeric not null default 0,
  cod_refusal_rate_part bigint not null default 0,
  cod_refusal_rate_whole bigint not null default 0,
  deposit_balance_rate_part bigint not null default 0,
  deposit_balance_rate_whole bigint not null default 0,
  out_of_stock_cancel_rate_part bigint not null default 0,
  out_of_stock_cancel_rate_whole bigint not null default 0,
  completion_rate_part bigint not null default 0,
  order_fraud_rate_part bigint not null default 0,
  complaint_rate_by_order_date bigint not null default 0,
  negative_feedback_rate_part bigint not null default 0,
  logistics_return_rate_part bigint not null default 0,
  logistics_return_rate_whole bigint not null default 0,
  refund_rate_part bigint not null default 0,
  return_rate_part bigint not null default 0,
  return_rate_whole bigint not null default 0,
  acquisition_cost_per bigint not null default 0,
  failure_cost_per_order_sum bigint not null default 0,
  failure_cost_per_order_whole bigint not null default 0,
  failure_cost_per_order_squares numeric not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.orders_by_order (dimension, span, shop, day, value, payment_attempts_per_order_sum, payment_attempts_per_order_whole, payment_attempts_per_order_squares, cod_refusal_rate_part, cod_refusal_rate_whole, deposit_balance_rate_part, deposit_balance_rate_whole, out_of_stock_cancel_rate_part, out_of_stock_cancel_rate_whole, completion_rate_part, order_fraud_rate_part, complaint_rate_by_order_date, negative_feedback_rate_part, logistics_return_rate_part, logistics_return_rate_whole, refund_rate_part, return_rate_part, return_rate_whole, acquisition_cost_per, failure_cost_per_order_sum, failure_cost_per_order_whole, failure_cost_per_order_squares)
select dimension, span, shop, day, value, payment_attempts_per_order_sum, payment_attempts_per_order_whole, payment_attempts_per_order_squares, cod_refusal_rate_part, cod_refusal_rate_whole, deposit_balance_rate_part, deposit_balance_rate_whole, out_of_stock_cancel_rate_part, out_of_stock_cancel_rate_whole, completion_rate_part, order_fraud_rate_part, complaint_rate_by_order_date, negative_feedback_rate_part, logistics_return_rate_part, logistics_return_rate_whole, refund_rate_part, return_rate_part, return_rate_whole, acquisition_cost_per, failure_cost_per_order_sum, failure_cost_per_order_whole, failure_cost_per_order_squares from (
with fine as materialized (
select dimension, span, shop, value, day, coalesce(one.payment_attempts_per_order_sum, 0) + coalesce(several.payment_attempts_per_order_sum, 0) as payment_attempts_per_order_sum, coalesce(one.payment_attempts_per_order_whole, 0) + coalesce(several.payment_attempts_per_order_whole, 0) as payment_attempts_per_order_whole, coalesce(one.payment_attempts_per_order_squares, 0) + coalesce(several.payment_attempts_per_order_squares, 0) as payment_attempts_per_order_squares, coalesce(one.cod_refusal_rate_part, 0) + coalesce(several.cod_refusal_rate_part, 0) as cod_refusal_rate_part, coalesce(one.cod_refusal_rate_whole, 0) + coalesce(several.cod_refusal_rate_whole, 0) as cod_refusal_rate_whole, coalesce(one.deposit_balance_rate_part, 0) + coalesce(several.deposit_balance_rate_part, 0) as deposit_balance_rate_part, coalesce(one.deposit_balance_rate_whole, 0) + coalesce(several.deposit_balance_rate_whole, 0) as deposit_balance_rate_whole, coalesce(one.out_of_stock_cancel_rate_part, 0) + coalesce(several.out_of_stock_cancel_rate_part, 0) as out_of_stock_cancel_rate_part, coalesce(one.out_of_stock_cancel_rate_whole, 0) + coalesce(several.out_of_stock_cancel_rate_whole, 0) as out_of_stock_cancel_rate_whole, coalesce(one.completion_rate_part, 0) + coalesce(several.completion_rate_part, 0) as completion_rate_part, coalesce(one.order_fraud_rate_part, 0) + coalesce(several.order_fraud_rate_part, 0) as order_fraud_rate_part, coalesce(one.complaint_rate_by_order_date, 0) + coalesce(several.complaint_rate_by_order_date, 0) as complaint_rate_by_order_date, coalesce(one.negative_feedback_rate_part, 0) + coalesce(several.negative_feedback_rate_part, 0) as negative_feedback_rate_part, coalesce(one.logistics_return_rate_part, 0) + coalesce(several.logistics_return_rate_part, 0) as logistics_return_rate_part, coalesce(one.logistics_return_rate_whole, 0) + coalesce(several.logistics_return_rate_whole, 0) as logistics_return_rate_whole, coalesce(one.refund_rate_part, 0) + coalesce(several.refund_rate_part, 0) as refund_rate_part, coalesce(one.return_rate_part, 0) + coalesce(several.return_rate_part, 0) as return_rate_part, coalesce(one.return_rate_whole, 0) + coalesce(several.return_rate_whole, 0) as return_rate_whole, coalesce(one.acquisition_cost_per, 0) + coalesce(several.acquisition_cost_per, 0) as acquisition_cost_per, coalesce(one.failure_cost_per_order_sum, 0) + coalesce(several.failure_cost_per_order_sum, 0) as failure_cost_per_order_sum, coalesce(one.failure_cost_per_order_whole, 0) + coalesce(several.failure_cost_per_order_whole, 0) as failure_cost_per_order_whole, coalesce(one.failure_cost_per_order_squares, 0) + coalesce(several.failure_cost_per_order_squares, 0) as failure_cost_per_order_squares from (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_status) = 0 then 'ORDER_STATUS' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_delay_bucket) = 0 then 'DELAY_BUCKET' when grouping(j.only_first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.only_categories) = 0 then 'CATEGORY' when grouping(j.only_merchants) = 0 then 'MERCHANT' when grouping(j.only_payment_methods) = 0 then 'PAYMENT_METHOD' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_status) = 0 then 'day' when grouping(j.only_lateness) = 0 then 'day' when grouping(j.only_delay_bucket) = 0 then 'day' when grouping(j.only_first_or_repeat) = 0 then 'day' when grouping(j.only_categories) = 0 then 'day' when grouping(j.only_merchants) = 0 then 'month' when grouping(j.only_payment_methods) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_status) = 0 then j.only_status when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_delay_bucket) = 0 then j.only_delay_bucket when grouping(j.only_first_or_repeat) = 0 then j.only_first_or_repeat when grouping(j.only_categories) = 0 then j.only_categories when grouping(j.only_merchants) = 0 then j.only_merchants when grouping(j.only_payment_methods) = 0 then j.only_payment_methods else '' end as value, coalesce(j.ordered_on, j.month) as day,
  coalesce(sum(j.payment_attempts) filter (where j.payment_attempts > 0), 0) as payment_attempts_per_order_sum,
  count(*) filter (where j.payment_attempts > 0) as payment_attempts_per_order_whole,
  coalesce(sum(least(j.payment_attempts, 3000000000) * least(j.payment_attempts, 3000000000)) filter (where j.payment_attempts > 0), 0) as payment_attempts_per_order_squares,
  count(*) filter (where ((j.cancel_cause = 'refused' and j.payments_count = 0) or 'cash_on_delivery' = any(j.payment_methods)) and (j.cancel_cause = 'refused')) as cod_refusal_rate_part,
  count(*) filter (where (j.cancel_cause = 'refused' and j.payments_count = 0) or 'cash_on_delivery' = any(j.payment_methods)) as cod_refusal_rate_whole,
  count(*) filter (where (j.deposit_paid_at is not null) and (j.balance_paid_at is not null)) as deposit_balance_rate_part,
  count(*) filter (where j.deposit_paid_at is not null) as deposit_balance_rate_whole,
  count(*) filter (where j.cancel_cause = 'out_of_stock' or j.status = 'unavailable') as out_of_stock_cancel_rate_part,
  count(*) as out_of_stock_cancel_rate_whole,
  count(*) filter (where j.payments_count > 0 and j.delivered_at is not null) as completion_rate_part,
  count(*) filter (where j.cancel_cause = 'fraud') as order_fraud_rate_part,
  coalesce(sum(j.complaints_count), 0) as complaint_rate_by_order_date,
  count(*) filter (where j.negative_feedback) as negative_feedback_rate_part,
  count(*) filter (where (j.payments_count > 0) and (j.first_return_reason in ('damaged', 'late'))) as logistics_return_rate_part,
  count(*) filter (where j.payments_count > 0) as logistics_return_rate_whole,
  count(*) filter (where (j.payments_count > 0) and (j.refunded_at is not null)) as refund_rate_part,
  coalesce(sum(case when j.delivered_on is not null then least(j.returned_units, j.units) else 0 end), 0) as return_rate_part,
  coalesce(sum(case when j.delivered_on is not null then j.units else 0 end), 0) as return_rate_whole,
  count(*) filter (where j.identified and j.valid_first_of_day and j.valid_prev_on is null) as acquisition_cost_per,
  coalesce(sum(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0)) filter (where cardinality(j.failures) > 0), 0) as failure_cost_per_order_sum,
  count(*) filter (where cardinality(j.failures) > 0) as failure_cost_per_order_whole,
  coalesce(sum(least(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0), 3000000000) * least(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0), 3000000000)) filter (where cardinality(j.failures) > 0), 0) as failure_cost_per_order_squares
from (select j.*, date_trunc('month', j.ordered_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.status, '') as only_status, coalesce(j.lateness, '') as only_lateness, coalesce(j.delay_bucket, '') as only_delay_bucket, coalesce(j.first_or_repeat, '') as only_first_or_repeat, case cardinality(j.categories) when 0 then '' when 1 then j.categories[1] end as only_categories, case cardinality(j.merchants) when 0 then '' when 1 then j.merchants[1] end as only_merchants, case cardinality(j.payment_methods) when 0 then '' when 1 then j.payment_methods[1] end as only_payment_methods from journey.order_journey j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.only_region_code), (j.shop, j.ordered_on, j.only_status), (j.shop, j.ordered_on, j.only_lateness), (j.shop, j.ordered_on, j.only_delay_bucket), (j.shop, j.ordered_on, j.only_first_or_repeat), (j.shop, j.ordered_on, j.only_categories), (j.shop, j.month, j.only_merchants), (j.shop, j.ordered_on, j.only_payment_methods))
having not (grouping(j.only_categories) = 0 and j.only_categories is null) and not (grouping(j.only_merchants) = 0 and j.only_merchants is null) and not (grouping(j.only_payment_methods) = 0 and j.only_payment_methods is null)
) one full join (
select 'CATEGORY' as dimension, 'day' as span, j.shop, d.value, j.ordered_on as day,
  coalesce(sum(j.payment_attempts) filter (where j.payment_attempts > 0), 0) as payment_attempts_per_order_sum,
  count(*) filter (where j.payment_attempts > 0) as payment_attempts_per_order_whole,
  coalesce(sum(least(j.payment_attempts, 3000000000) * least(j.payment_attempts, 3000000000)) filter (where j.payment_attempts > 0), 0) as payment_attempts_per_order_squares,
  count(*) filter (where ((j.cancel_cause = 'refused' and j.payments_count = 0) or 'cash_on_delivery' = any(j.payment_methods)) and (j.cancel_cause = 'refused')) as cod_refusal_rate_part,
  count(*) filter (where (j.cancel_cause = 'refused' and j.payments_count = 0) or 'cash_on_delivery' = any(j.payment_methods)) as cod_refusal_rate_whole,
  count(*) filter (where (j.deposit_paid_at is not null) and (j.balance_paid_at is not null)) as deposit_balance_rate_part,
  count(*) filter (where j.deposit_paid_at is not null) as deposit_balance_rate_whole,
  count(*) filter (where j.cancel_cause = 'out_of_stock' or j.status = 'unavailable') as out_of_stock_cancel_rate_part,
  count(*) as out_of_stock_cancel_rate_whole,
  count(*) filter (where j.payments_count > 0 and j.delivered_at is not null) as completion_rate_part,
  count(*) filter (where j.cancel_cause = 'fraud') as order_fraud_rate_part,
  coalesce(sum(j.complaints_count), 0) as complaint_rate_by_order_date,
  count(*) filter (where j.negative_feedback) as negative_feedback_rate_part,
  count(*) filter (where (j.payments_count > 0) and (j.first_return_reason in ('damaged', 'late'))) as logistics_return_rate_part,
  count(*) filter (where j.payments_count > 0) as logistics_return_rate_whole,
  count(*) filter (where (j.payments_count > 0) and (j.refunded_at is not null)) as refund_rate_part,
  coalesce(sum(case when j.delivered_on is not null then least(j.returned_units, j.units) else 0 end), 0) as return_rate_part,
  coalesce(sum(case when j.delivered_on is not null then j.units else 0 end), 0) as return_rate_whole,
  count(*) filter (where j.identified and j.valid_first_of_day and j.valid_prev_on is null) as acquisition_cost_per,
  coalesce(sum(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0)) filter (where cardinality(j.failures) > 0), 0) as failure_cost_per_order_sum,
  count(*) filter (where cardinality(j.failures) > 0) as failure_cost_per_order_whole,
  coalesce(sum(least(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0), 3000000000) * least(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0), 3000000000)) filter (where cardinality(j.failures) > 0), 0) as failure_cost_per_order_squares
from journey.order_journey j cross join lateral unnest(j.categories, j.category_minor) as d(value, minor)
where j.ordered_on is not null and cardinality(j.categories) > 1
group by j.shop, d.value, j.ordered_on
union all
select 'MERCHANT' as dimension, 'month' as span, j.shop, d.value, date_trunc('month', j.ordered_on::timestamp)::date as day,
  coalesce(sum(j.payment_attempts) filter (where j.payment_attempts > 0), 0) as payment_attempts_per_order_sum,
  count(*) filter (where j.payment_attempts > 0) as payment_attempts_per_order_whole,
  coalesce(sum(least(j.payment_attempts, 3000000000) * least(j.payment_attempts, 3000000000)) filter (where j.payment_attempts > 0), 0) as payment_attempts_per_order_squares,
  count(*) filter (where ((j.cancel_cause = 'refused' and j.payments_count = 0) or 'cash_on_delivery' = any(j.payment_methods)) and (j.cancel_cause = 'refused')) as cod_refusal_rate_part,
  count(*) filter (where (j.cancel_cause = 'refused' and j.payments_count = 0) or 'cash_on_delivery' = any(j.payment_methods)) as cod_refusal_rate_whole,
  count(*) filter (where (j.deposit_paid_at is not null) and (j.balance_paid_at is not null)) as deposit_balance_rate_part,
  count(*) filter (where j.deposit_paid_at is not null) as deposit_balance_rate_whole,
  count(*) filter (where j.cancel_cause = 'out_of_stock' or j.status = 'unavailable') as out_of_stock_cancel_rate_part,
  count(*) as out_of_stock_cancel_rate_whole,
  count(*) filter (where j.payments_count > 0 and j.delivered_at is not null) as completion_rate_part,
  count(*) filter (where j.cancel_cause = 'fraud') as order_fraud_rate_part,
  coalesce(sum(j.complaints_count), 0) as complaint_rate_by_order_date,
  count(*) filter (where j.negative_feedback) as negative_feedback_rate_part,
  count(*) filter (where (j.payments_count > 0) and (j.first_return_reason in ('damaged', 'late'))) as logistics_return_rate_part,
  count(*) filter (where j.payments_count > 0) as logistics_return_rate_whole,
  count(*) filter (where (j.payments_count > 0) and (j.refunded_at is not null)) as refund_rate_part,
  coalesce(sum(case when j.delivered_on is not null then least(j.returned_units, j.units) else 0 end), 0) as return_rate_part,
  coalesce(sum(case when j.delivered_on is not null then j.units else 0 end), 0) as return_rate_whole,
  count(*) filter (where j.identified and j.valid_first_of_day and j.valid_prev_on is null) as acquisition_cost_per,
  coalesce(sum(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0)) filter (where cardinality(j.failures) > 0), 0) as failure_cost_per_order_sum,
  count(*) filter (where cardinality(j.failures) > 0) as failure_cost_per_order_whole,
  coalesce(sum(least(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0), 3000000000) * least(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0), 3000000000)) filter (where cardinality(j.failures) > 0), 0) as failure_cost_per_order_squares
from journey.order_journey j cross join lateral unnest(j.merchants, j.merchant_minor) as d(value, minor)
where j.ordered_on is not null and cardinality(j.merchants) > 1
group by j.shop, d.value, date_trunc('month', j.ordered_on::timestamp)::date
union all
select 'PAYMENT_METHOD' as dimension, 'day' as span, j.shop, d.value, j.ordered_on as day,
  coalesce(sum(j.payment_attempts) filter (where j.payment_attempts > 0), 0) as payment_attempts_per_order_sum,
  count(*) filter (where j.payment_attempts > 0) as payment_attempts_per_order_whole,
  coalesce(sum(least(j.payment_attempts, 3000000000) * least(j.payment_attempts, 3000000000)) filter (where j.payment_attempts > 0), 0) as payment_attempts_per_order_squares,
  count(*) filter (where ((j.cancel_cause = 'refused' and j.payments_count = 0) or 'cash_on_delivery' = any(j.payment_methods)) and (j.cancel_cause = 'refused')) as cod_refusal_rate_part,
  count(*) filter (where (j.cancel_cause = 'refused' and j.payments_count = 0) or 'cash_on_delivery' = any(j.payment_methods)) as cod_refusal_rate_whole,
  count(*) filter (where (j.deposit_paid_at is not null) and (j.balance_paid_at is not null)) as deposit_balance_rate_part,
  count(*) filter (where j.deposit_paid_at is not null) as deposit_balance_rate_whole,
  count(*) filter (where j.cancel_cause = 'out_of_stock' or j.status = 'unavailable') as out_of_stock_cancel_rate_part,
  count(*) as out_of_stock_cancel_rate_whole,
  count(*) filter (where j.payments_count > 0 and j.delivered_at is not null) as completion_rate_part,
  count(*) filter (where j.cancel_cause = 'fraud') as order_fraud_rate_part,
  coalesce(sum(j.complaints_count), 0) as complaint_rate_by_order_date,
  count(*) filter (where j.negative_feedback) as negative_feedback_rate_part,
  count(*) filter (where (j.payments_count > 0) and (j.first_return_reason in ('damaged', 'late'))) as logistics_return_rate_part,
  count(*) filter (where j.payments_count > 0) as logistics_return_rate_whole,
  count(*) filter (where (j.payments_count > 0) and (j.refunded_at is not null)) as refund_rate_part,
  coalesce(sum(case when j.delivered_on is not null then least(j.returned_units, j.units) else 0 end), 0) as return_rate_part,
  coalesce(sum(case when j.delivered_on is not null then j.units else 0 end), 0) as return_rate_whole,
  count(*) filter (where j.identified and j.valid_first_of_day and j.valid_prev_on is null) as acquisition_cost_per,
  coalesce(sum(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0)) filter (where cardinality(j.failures) > 0), 0) as failure_cost_per_order_sum,
  count(*) filter (where cardinality(j.failures) > 0) as failure_cost_per_order_whole,
  coalesce(sum(least(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0), 3000000000) * least(j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0), 3000000000)) filter (where cardinality(j.failures) > 0), 0) as failure_cost_per_order_squares
from journey.order_journey j cross join lateral unnest(j.payment_methods, j.payment_method_minor) as d(value, minor)
where j.ordered_on is not null and cardinality(j.payment_methods) > 1
group by j.shop, d.value, j.ordered_on
) several using (dimension, span, shop, value, day)
)
select dimension, span, shop, day, value, payment_attempts_per_order_sum, payment_attempts_per_order_whole, payment_attempts_per_order_squares, cod_refusal_rate_part, cod_refusal_rate_whole, deposit_balance_rate_part, deposit_balance_rate_whole, out_of_stock_cancel_rate_part, out_of_stock_cancel_rate_whole, completion_rate_part, order_fraud_rate_part, complaint_rate_by_order_date, negative_feedback_rate_part, logistics_return_rate_part, logistics_return_rate_whole, refund_rate_part, return_rate_part, return_rate_whole, acquisition_cost_per, failure_cost_per_order_sum, failure_cost_per_order_whole, failure_cost_per_order_squares from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.payment_attempts_per_order_sum)::bigint as payment_attempts_per_order_sum, sum(c.payment_attempts_per_order_whole)::bigint as payment_attempts_per_order_whole, sum(c.payment_attempts_per_order_squares)::numeric as payment_attempts_per_order_squares, sum(c.cod_refusal_rate_part)::bigint as cod_refusal_rate_part, sum(c.cod_refusal_rate_whole)::bigint as cod_refusal_rate_whole, sum(c.deposit_balance_rate_part)::bigint as deposit_balance_rate_part, sum(c.deposit_balance_rate_whole)::bigint as deposit_balance_rate_whole, sum(c.out_of_stock_cancel_rate_part)::bigint as out_of_stock_cancel_rate_part, sum(c.out_of_stock_cancel_rate_whole)::bigint as out_of_stock_cancel_rate_whole, sum(c.completion_rate_part)::bigint as completion_rate_part, sum(c.order_fraud_rate_part)::bigint as order_fraud_rate_part, sum(c.complaint_rate_by_order_date)::bigint as complaint_rate_by_order_date, sum(c.negative_feedback_rate_part)::bigint as negative_feedback_rate_part, sum(c.logistics_return_rate_part)::bigint as logistics_return_rate_part, sum(c.logistics_return_rate_whole)::bigint as logistics_return_rate_whole, sum(c.refund_rate_part)::bigint as refund_rate_part, sum(c.return_rate_part)::bigint as return_rate_part, sum(c.return_rate_whole)::bigint as return_rate_whole, sum(c.acquisition_cost_per)::bigint as acquisition_cost_per, sum(c.failure_cost_per_order_sum)::bigint as failure_cost_per_order_sum, sum(c.failure_cost_per_order_whole)::bigint as failure_cost_per_order_whole, sum(c.failure_cost_per_order_squares)::numeric as failure_cost_per_order_squares
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.payment_attempts_per_order_sum <> 0 or c.payment_attempts_per_order_whole <> 0 or c.payment_attempts_per_order_squares <> 0 or c.cod_refusal_rate_part <> 0 or c.cod_refusal_rate_whole <> 0 or c.deposit_balance_rate_part <> 0 or c.deposit_balance_rate_whole <> 0 or c.out_of_stock_cancel_rate_part <> 0 or c.out_of_stock_cancel_rate_whole <> 0 or c.completion_rate_part <> 0 or c.order_fraud_rate_part <> 0 or c.complaint_rate_by_order_date <> 0 or c.negative_feedback_rate_part <> 0 or c.logistics_return_rate_part <> 0 or c.logistics_return_rate_whole <> 0 or c.refund_rate_part <> 0 or c.return_rate_part <> 0 or c.return_rate_whole <> 0 or c.acquisition_cost_per <> 0 or c.failure_cost_per_order_sum <> 0 or c.failure_cost_per_order_whole <> 0 or c.failure_cost_per_order_squares <> 0 order by dimension, span, shop, day, value;
