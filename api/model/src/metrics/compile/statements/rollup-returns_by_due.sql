create table mart.returns_by_due (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  refund_overdue_rate_part bigint not null default 0,
  refund_overdue_rate_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.returns_by_due (dimension, span, shop, day, value, refund_overdue_rate_part, refund_overdue_rate_whole)
select dimension, span, shop, day, value, refund_overdue_rate_part, refund_overdue_rate_whole from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_lateness) = 0 then 'LATE' when grouping(j.only_category_code) = 0 then 'CATEGORY' when grouping(j.only_carrier_code) = 0 then 'CARRIER' when grouping(j.only_reason) = 0 then 'RETURN_REASON' when grouping(j.only_kind) = 0 then 'RETURN_KIND' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_lateness) = 0 then j.only_lateness when grouping(j.only_category_code) = 0 then j.only_category_code when grouping(j.only_carrier_code) = 0 then j.only_carrier_code when grouping(j.only_reason) = 0 then j.only_reason when grouping(j.only_kind) = 0 then j.only_kind else '' end as value, j.due_on as day,
  count(*) filter (where (j.refunded_in_time is not null) and (not j.refunded_in_time)) as refund_overdue_rate_part,
  count(*) filter (where j.refunded_in_time is not null) as refund_overdue_rate_whole
from (select j.*, coalesce(j.region_code, '') as only_region_code, coalesce(j.lateness, '') as only_lateness, coalesce(j.category_code, '') as only_category_code, coalesce(j.carrier_code, '') as only_carrier_code, coalesce(j.reason, '') as only_reason, coalesce(j.kind, '') as only_kind from journey.return_journey j where j.due_on is not null) j
group by grouping sets ((j.shop, j.due_on), (j.shop, j.due_on, j.only_region_code), (j.shop, j.due_on, j.only_lateness), (j.shop, j.due_on, j.only_category_code), (j.shop, j.due_on, j.only_carrier_code), (j.shop, j.due_on, j.only_reason), (j.shop, j.due_on, j.only_kind))
)
select dimension, span, shop, day, value, refund_overdue_rate_part, refund_overdue_rate_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.refund_overdue_rate_part)::bigint as refund_overdue_rate_part, sum(c.refund_overdue_rate_whole)::bigint as refund_overdue_rate_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.refund_overdue_rate_part <> 0 or c.refund_overdue_rate_whole <> 0 order by dimension, span, shop, day, value;
