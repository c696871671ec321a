create table mart.payments_by_attempted (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  payment_success_rate_part bigint not null default 0,
  payment_success_rate_whole bigint not null default 0,
  chargeback_rate_part bigint not null default 0,
  chargeback_rate_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.payments_by_attempted (dimension, span, shop, day, value, payment_success_rate_part, payment_success_rate_whole, chargeback_rate_part, chargeback_rate_whole)
select dimension, span, shop, day, value, payment_success_rate_part, payment_success_rate_whole, chargeback_rate_part, chargeback_rate_whole from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.only_payment_method) = 0 then 'PAYMENT_METHOD' when grouping(j.only_kind) = 0 then 'PAYMENT_KIND' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_first_or_repeat) = 0 then j.only_first_or_repeat when grouping(j.only_payment_method) = 0 then j.only_payment_method when grouping(j.only_kind) = 0 then j.only_kind else '' end as value, j.attempted_on as day,
  count(*) filter (where (j.kind <> 'cash_on_delivery') and (j.succeeded)) as payment_success_rate_part,
  count(*) filter (where j.kind <> 'cash_on_delivery') as payment_success_rate_whole,
  count(*) filter (where (j.succeeded) and (j.charged_back)) as chargeback_rate_part,
  count(*) filter (where j.succeeded) as chargeback_rate_whole
from (select j.*, coalesce(j.region_code, '') as only_region_code, coalesce(j.first_or_repeat, '') as only_first_or_repeat, coalesce(j.payment_method, '') as only_payment_method, coalesce(j.kind, '') as only_kind from journey.payment_facts j where j.attempted_on is not null) j
group by grouping sets ((j.shop, j.attempted_on), (j.shop, j.attempted_on, j.only_region_code), (j.shop, j.attempted_on, j.only_first_or_repeat), (j.shop, j.attempted_on, j.only_payment_method), (j.shop, j.attempted_on, j.only_kind))
)
select dimension, span, shop, day, value, payment_success_rate_part, payment_success_rate_whole, chargeback_rate_part, chargeback_rate_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.payment_success_rate_part)::bigint as payment_success_rate_part, sum(c.payment_success_rate_whole)::bigint as payment_success_rate_whole, sum(c.chargeback_rate_part)::bigint as chargeback_rate_part, sum(c.chargeback_rate_whole)::bigint as chargeback_rate_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.payment_success_rate_part <> 0 or c.payment_success_rate_whole <> 0 or c.chargeback_rate_part <> 0 or c.chargeback_rate_whole <> 0 order by dimension, span, shop, day, value;
