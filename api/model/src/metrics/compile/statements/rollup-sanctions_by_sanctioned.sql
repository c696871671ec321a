create table mart.sanctions_by_sanctioned (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  sanctions bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.sanctions_by_sanctioned (dimension, span, shop, day, value, sanctions)
select dimension, span, shop, day, value, sanctions from (
with fine as materialized (
select case when grouping(j.only_merchant_external_id) = 0 then 'MERCHANT' when grouping(j.only_violation) = 0 then 'VIOLATION' else '' end as dimension, case when grouping(j.only_merchant_external_id) = 0 then 'month' when grouping(j.only_violation) = 0 then 'day' else 'day' end as span, j.shop, case when grouping(j.only_merchant_external_id) = 0 then j.only_merchant_external_id when grouping(j.only_violation) = 0 then j.only_violation else '' end as value, coalesce(j.sanctioned_on, j.month) as day,
  count(*) as sanctions
from (select j.*, date_trunc('month', j.sanctioned_on::timestamp)::date as month, coalesce(j.merchant_external_id, '') as only_merchant_external_id, coalesce(j.violation, '') as only_violation from journey.sanction_facts j where j.sanctioned_on is not null) j
group by grouping sets ((j.shop, j.sanctioned_on), (j.shop, j.month, j.only_merchant_external_id), (j.shop, j.sanctioned_on, j.only_violation))
)
select dimension, span, shop, day, value, sanctions from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.sanctions)::bigint as sanctions
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.sanctions <> 0 order by dimension, span, shop, day, value;
