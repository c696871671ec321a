create table mart.items_by_delivered (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  not_as_described_rate_part bigint not null default 0,
  not_as_described_rate_whole bigint not null default 0,
  defect_rate_part bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.items_by_delivered (dimension, shop, value, day, not_as_described_rate_part, not_as_described_rate_whole, defect_rate_part)
select dimension, shop, value, day, not_as_described_rate_part, not_as_described_rate_whole, defect_rate_part from (
select case when grouping(j.region_code) = 0 then 'REGION' when grouping(j.first_or_repeat) = 0 then 'FIRST_OR_REPEAT' when grouping(j.category_code) = 0 then 'CATEGORY' when grouping(j.merchant_external_id) = 0 then 'MERCHANT' when grouping(j.carrier_code) = 0 then 'CARRIER' else '' end as dimension, j.shop, case when grouping(j.region_code) = 0 then coalesce(j.region_code, '') when grouping(j.first_or_repeat) = 0 then coalesce(j.first_or_repeat, '') when grouping(j.category_code) = 0 then coalesce(j.category_code, '') when grouping(j.merchant_external_id) = 0 then coalesce(j.merchant_external_id, '') when grouping(j.carrier_code) = 0 then coalesce(j.carrier_code, '') else '' end as value, coalesce(j.delivered_on, j.month) as day,
  count(*) filter (where j.not_as_described) as not_as_described_rate_part,
  count(*) as not_as_described_rate_whole,
  count(*) filter (where j.defect) as defect_rate_part
from (select j.*, date_trunc('month', j.delivered_on::timestamp)::date as month from journey.item_facts j where j.delivered_on is not null) j
group by grouping sets ((j.shop, j.delivered_on), (j.shop, j.delivered_on, j.region_code), (j.shop, j.delivered_on, j.first_or_repeat), (j.shop, j.delivered_on, j.category_code), (j.shop, j.month, j.merchant_external_id), (j.shop, j.delivered_on, j.carrier_code))
) c where c.not_as_described_rate_part <> 0 or c.not_as_described_rate_whole <> 0 or c.defect_rate_part <> 0 order by dimension, shop, value, day;
