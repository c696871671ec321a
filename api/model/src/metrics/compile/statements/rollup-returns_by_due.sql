create table mart.returns_by_due (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  refund_overdue_rate_part bigint not null default 0,
  refund_overdue_rate_whole bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.returns_by_due (dimension, shop, value, day, refund_overdue_rate_part, refund_overdue_rate_whole)
select dimension, shop, value, day, refund_overdue_rate_part, refund_overdue_rate_whole from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.lateness) = 0 then 'LATE' when grouping(j.category_code) = 0 then 'CATEGORY' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.reason) = 0 then 'RETURN_REASON' when grouping(j.kind) = 0 then 'RETURN_KIND' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.lateness) = 0 then coalesce(j.lateness, '') when grouping(j.category_code) = 0 then coalesce(j.category_code, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.reason) = 0 then coalesce(j.reason, '') when grouping(j.kind) = 0 then coalesce(j.kind, '') else '' end as value, j.due_on as day,
  count(*) filter (where (j.refunded_in_time is not null) and (not j.refunded_in_time)) as refund_overdue_rate_part,
  count(*) filter (where j.refunded_in_time is not null) as refund_overdue_rate_whole
from (select j.* from journey.return_journey j where j.due_on is not null) j
group by grouping sets ((j.shop, j.due_on), (j.shop, j.due_on, j.region_code), (j.shop, j.due_on, j.lateness), (j.shop, j.due_on, j.category_code), (j.shop, j.due_on, j.carrier_code), (j.shop, j.due_on, j.reason), (j.shop, j.due_on, j.kind))
) c where c.refund_overdue_rate_part <> 0 or c.refund_overdue_rate_whole <> 0 order by dimension, shop, value, day;
