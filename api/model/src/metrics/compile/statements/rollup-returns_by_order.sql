create table mart.returns_by_order (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  first_request_quality_rate bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.returns_by_order (dimension, shop, value, day, first_request_quality_rate)
select dimension, shop, value, day, first_request_quality_rate from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.lateness) = 0 then 'LATE' when grouping(j.category_code) = 0 then 'CATEGORY' when grouping(j.merchant_external_id) = 0 then 'MERCHANT' when grouping(j.carrier_code) = 0 then 'CARRIER' when grouping(j.product_external_id) = 0 then 'PRODUCT' when grouping(j.reason) = 0 then 'RETURN_REASON' when grouping(j.kind) = 0 then 'RETURN_KIND' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.lateness) = 0 then coalesce(j.lateness, '') when grouping(j.category_code) = 0 then coalesce(j.category_code, '') when grouping(j.merchant_external_id) = 0 then coalesce(j.merchant_external_id, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') when grouping(j.product_external_id) = 0 then coalesce(j.product_external_id, '') when grouping(j.reason) = 0 then coalesce(j.reason, '') when grouping(j.kind) = 0 then coalesce(j.kind, '') else '' end as value, coalesce(j.ordered_on, j.month) as day,
  count(*) filter (where j.first_of_order and j.quality) as first_request_quality_rate
from (select j.*, date_trunc('month', j.ordered_on::timestamp)::date as month from journey.return_journey j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.region_code), (j.shop, j.ordered_on, j.lateness), (j.shop, j.ordered_on, j.category_code), (j.shop, j.month, j.merchant_external_id), (j.shop, j.ordered_on, j.carrier_code), (j.shop, j.month, j.product_external_id), (j.shop, j.ordered_on, j.reason), (j.shop, j.ordered_on, j.kind))
) c where c.first_request_quality_rate <> 0 order by dimension, shop, value, day;
