create table mart.sanctions_by_sanctioned (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  sanctions bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.sanctions_by_sanctioned (dimension, shop, value, day, sanctions)
select dimension, shop, value, day, sanctions from (
select case when grouping(j.merchant_external_id) = 0 then 'MERCHANT' when grouping(j.violation) = 0 then 'VIOLATION' else '' end as dimension, j.shop, case when grouping(j.merchant_external_id) = 0 then coalesce(j.merchant_external_id, '') when grouping(j.violation) = 0 then coalesce(j.violation, '') else '' end as value, coalesce(j.sanctioned_on, j.month) as day,
  count(*) as sanctions
from (select j.*, date_trunc('month', j.sanctioned_on::timestamp)::date as month from journey.sanction_facts j where j.sanctioned_on is not null) j
group by grouping sets ((j.shop, j.sanctioned_on), (j.shop, j.month, j.merchant_external_id), (j.shop, j.sanctioned_on, j.violation))
) c where c.sanctions <> 0 order by dimension, shop, value, day;
