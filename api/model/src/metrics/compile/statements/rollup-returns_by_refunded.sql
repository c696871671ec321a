create table mart.returns_by_refunded (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  refund_amount bigint not null default 0,
  refund_amount_squares numeric not null default 0,
  refund_amount_rows bigint not null default 0,
  refund_review_hours_mean_sum bigint not null default 0,
  refund_review_hours_mean_whole bigint not null default 0,
  refund_review_hours_mean_squares numeric not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.returns_by_refunded (dimension, span, shop, day, value, refund_amount, refund_amount_squares, refund_amount_rows, refund_review_hours_mean_sum, refund_review_hours_mean_whole, refund_review_hours_mean_squares)
select dimension, span, shop, day, value, refund_amount, refund_amount_squares, refund_amount_rows, refund_review_hours_mean_sum, refund_review_hours_mean_whole, refund_review_hours_mean_squares from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_merchant_external_id) = 0 then 'MERCHANT' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_product_external_id) = 0 then 'PRODUCT' when grouping(j.only_reason) = 0 then 'RETURN_REASON' when grouping(j.only_kind) = 0 then 'RETURN_KIND' else '' end as dimension, case when grouping(j.only_region_code) = 0 then 'day' when grouping(j.only_lateness) = 0 then 'day' when grouping(j.only_category_code) = 0 then 'day' when grouping(j.only_merchant_external_id) = 0 then 'month' when grouping(j.only_carrier_code) = 0 then 'day' when grouping(j.only_product_external_id) = 0 then 'month' when grouping(j.only_reason) = 0 then 'day' when grouping(j.only_kind) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_merchant_external_id) = 0 then j.only_merchant_external_id when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_product_external_id) = 0 then j.only_product_external_id when grouping(j.only_reason) = 0 then j.only_reason when grouping(j.only_kind) = 0 then j.only_kind else '' end as value, coalesce(j.refunded_on, j.month) as day,
  coalesce(sum(j.refunded_minor), 0) as refund_amount,
  coalesce(sum(least(j.refunded_minor, 3000000000) * least(j.refunded_minor, 3000000000)), 0) as refund_amount_squares,
  count(*) as refund_amount_rows,
  coalesce(sum(j.review_seconds) filter (where j.review_seconds is not null), 0) as refund_review_hours_mean_sum,
  count(*) filter (where j.review_seconds is not null) as refund_review_hours_mean_whole,
  coalesce(sum(least(j.review_seconds, 3000000000) * least(j.review_seconds, 3000000000)) filter (where j.review_seconds is not null), 0) as refund_review_hours_mean_squares
from (select j.*, date_trunc('month', j.refunded_on::timestamp)::date as month, coalesce(j.region_code, '') as only_region_code, coalesce(j.lateness, '') as only_lateness, coalesce(j.category_code, '') as only_category_code, coalesce(j.merchant_external_id, '') as only_merchant_external_id, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.product_external_id, '') as only_product_external_id, coalesce(j.reason, '') as only_reason, coalesce(j.kind, '') as only_kind from journey.return_journey j where j.refunded_on is not null) j
group by grouping sets ((j.shop, j.refunded_on), (j.shop, j.refunded_on, j.only_region_code), (j.shop, j.refunded_on, j.only_lateness), (j.shop, j.refunded_on, j.only_category_code), (j.shop, j.month, j.only_merchant_external_id), (j.shop, j.refunded_on, j.only_carrier_code), (j.shop, j.month, j.only_product_external_id), (j.shop, j.refunded_on, j.only_reason), (j.shop, j.refunded_on, j.only_kind))
)
select dimension, span, shop, day, value, refund_amount, refund_amount_squares, refund_amount_rows, refund_review_hours_mean_sum, refund_review_hours_mean_whole, refund_review_hours_mean_squares from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.refund_amount)::bigint as refund_amount, sum(c.refund_amount_squares)::numeric as refund_amount_squares, sum(c.refund_amount_rows)::bigint as refund_amount_rows, sum(c.refund_review_hours_mean_sum)::bigint as refund_review_hours_mean_sum, sum(c.refund_review_hours_mean_whole)::bigint as refund_review_hours_mean_whole, sum(c.refund_review_hours_mean_squares)::numeric as refund_review_hours_mean_squares
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.refund_amount <> 0 or c.refund_amount_squares <> 0 or c.refund_amount_rows <> 0 or c.refund_review_hours_mean_sum <> 0 or c.refund_review_hours_mean_whole <> 0 or c.refund_review_hours_mean_squares <> 0 order by dimension, span, shop, day, value;
