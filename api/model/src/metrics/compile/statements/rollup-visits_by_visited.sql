create table mart.visits_by_visited (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  visits bigint not null default 0,
  add_to_cart_rate_part bigint not null default 0,
  checkout_rate_part bigint not null default 0,
  checkout_to_paid_rate_part bigint not null default 0,
  checkout_to_paid_rate_whole bigint not null default 0,
  searches bigint not null default 0,
  zero_result_rate_part bigint not null default 0,
  search_to_order_rate_part bigint not null default 0,
  recommendation_acceptance_rate_part bigint not null default 0,
  recommendation_acceptance_rate_whole bigint not null default 0,
  recommendation_order_rate_part bigint not null default 0,
  recommendation_order_rate_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.visits_by_visited (dimension, span, shop, day, value, visits, add_to_cart_rate_part, checkout_rate_part, checkout_to_paid_rate_part, checkout_to_paid_rate_whole, searches, zero_result_rate_part, search_to_order_rate_part, recommendation_acceptance_rate_part, recommendation_acceptance_rate_whole, recommendation_order_rate_part, recommendation_order_rate_whole)
select dimension, span, shop, day, value, visits, add_to_cart_rate_part, checkout_rate_part, checkout_to_paid_rate_part, checkout_to_paid_rate_whole, searches, zero_result_rate_part, search_to_order_rate_part, recommendation_acceptance_rate_part, recommendation_acceptance_rate_whole, recommendation_order_rate_part, recommendation_order_rate_whole from (
with fine as materialized (
select case when grouping(j.only_origin) = 0 then 'ORIGIN' when grouping(j.only_highest_rating_seen) = 0 then 'DISPLAYED_RATING' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_origin) = 0 then j.only_origin when grouping(j.only_highest_rating_seen) = 0 then j.only_highest_rating_seen else '' end as value, j.visited_on as day,
  count(*) as visits,
  count(*) filter (where j.carted) as add_to_cart_rate_part,
  count(*) filter (where (j.carted) and (j.checked_out)) as checkout_rate_part,
  count(*) filter (where (j.checked_out) and (j.paid)) as checkout_to_paid_rate_part,
  count(*) filter (where j.checked_out) as checkout_to_paid_rate_whole,
  coalesce(sum(j.searches), 0) as searches,
  coalesce(sum(j.zero_result_searches), 0) as zero_result_rate_part,
  coalesce(sum(j.searches_ordered), 0) as search_to_order_rate_part,
  count(*) filter (where (j.recommendations_shown > 0) and (j.recommendations_clicked > 0)) as recommendation_acceptance_rate_part,
  count(*) filter (where j.recommendations_shown > 0) as recommendation_acceptance_rate_whole,
  count(*) filter (where (j.recommendations_clicked > 0) and (j.paid)) as recommendation_order_rate_part,
  count(*) filter (where j.recommendations_clicked > 0) as recommendation_order_rate_whole
from (select j.*, coalesce(j.origin, '') as only_origin, coalesce(j.highest_rating_seen::text, '') as only_highest_rating_seen from journey.visit_journey j where j.visited_on is not null) j
group by grouping sets ((j.shop, j.visited_on), (j.shop, j.visited_on, j.only_origin), (j.shop, j.visited_on, j.only_highest_rating_seen))
)
select dimension, span, shop, day, value, visits, add_to_cart_rate_part, checkout_rate_part, checkout_to_paid_rate_part, checkout_to_paid_rate_whole, searches, zero_result_rate_part, search_to_order_rate_part, recommendation_acceptance_rate_part, recommendation_acceptance_rate_whole, recommendation_order_rate_part, recommendation_order_rate_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.visits)::bigint as visits, sum(c.add_to_cart_rate_part)::bigint as add_to_cart_rate_part, sum(c.checkout_rate_part)::bigint as checkout_rate_part, sum(c.checkout_to_paid_rate_part)::bigint as checkout_to_paid_rate_part, sum(c.checkout_to_paid_rate_whole)::bigint as checkout_to_paid_rate_whole, sum(c.searches)::bigint as searches, sum(c.zero_result_rate_part)::bigint as zero_result_rate_part, sum(c.search_to_order_rate_part)::bigint as search_to_order_rate_part, sum(c.recommendation_acceptance_rate_part)::bigint as recommendation_acceptance_rate_part, sum(c.recommendation_acceptance_rate_whole)::bigint as recommendation_acceptance_rate_whole, sum(c.recommendation_order_rate_part)::bigint as recommendation_order_rate_part, sum(c.recommendation_order_rate_whole)::bigint as recommendation_order_rate_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.visits <> 0 or c.add_to_cart_rate_part <> 0 or c.checkout_rate_part <> 0 or c.checkout_to_paid_rate_part <> 0 or c.checkout_to_paid_rate_whole <> 0 or c.searches <> 0 or c.zero_result_rate_part <> 0 or c.search_to_order_rate_part <> 0 or c.recommendation_acceptance_rate_part <> 0 or c.recommendation_acceptance_rate_whole <> 0 or c.recommendation_order_rate_part <> 0 or c.recommendation_order_rate_whole <> 0 order by dimension, span, shop, day, value;
