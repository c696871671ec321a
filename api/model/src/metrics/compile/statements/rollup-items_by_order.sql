create table mart.items_by_order (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  mispick_rate_part bigint not null default 0,
  mispick_rate_whole bigint not null default 0,
  product_return_rate_part bigint not null default 0,
  product_return_rate_whole bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.items_by_order (dimension, shop, value, day, mispick_rate_part, mispick_rate_whole, product_return_rate_part, product_return_rate_whole)
select dimension, shop, value, day, mispick_rate_part, mispick_rate_whole, product_return_rate_part, product_return_rate_whole from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.category_code) = 0 then 'CATEGORY' when grouping(j.merchant_external_id) = 0 then 'MERCHANT' when grouping(j.carrier_code) = 0 then 'CARRIER' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.first_or_repeat) = 0 then coalesce(j.first_or_repeat, '') when grouping(j.category_code) = 0 then coalesce(j.category_code, '') when grouping(j.merchant_external_id) = 0 then coalesce(j.merchant_external_id, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') else '' end as value, coalesce(j.ordered_on, j.month) as day,
  count(*) filter (where (j.picked_right is not null) and (not j.picked_right)) as mispick_rate_part,
  count(*) filter (where j.picked_right is not null) as mispick_rate_whole,
  coalesce(sum(case when j.delivered_on is not null then least(j.returned_units, j.units) else 0 end), 0) as product_return_rate_part,
  coalesce(sum(case when j.delivered_on is not null then j.units else 0 end), 0) as product_return_rate_whole
from (select j.*, date_trunc('month', j.ordered_on::timestamp)::date as month from journey.item_facts j where j.ordered_on is not null) j
group by grouping sets ((j.shop, j.ordered_on), (j.shop, j.ordered_on, j.region_code), (j.shop, j.ordered_on, j.first_or_repeat), (j.shop, j.ordered_on, j.category_code), (j.shop, j.month, j.merchant_external_id), (j.shop, j.ordered_on, j.carrier_code))
) c where c.mispick_rate_part <> 0 or c.mispick_rate_whole <> 0 or c.product_return_rate_part <> 0 or c.product_return_rate_whole <> 0 order by dimension, shop, value, day;
