create table mart.orders_bins (
  series text collate "C" not null,
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  block integer not null,
  up_to_0 integer not null default 0,
  up_to_1 integer not null default 0,
  up_to_2 integer not null default 0,
  up_to_3 integer not null default 0,
  up_to_4 integer not null default 0,
  up_to_5 integer not null default 0,
  up_to_6 integer not null default 0,
  up_to_7 integer not null default 0,
  up_to_8 integer not null default 0,
  up_to_9 integer not null default 0,
  up_to_10 integer not null default 0,
  up_to_11 integer not null default 0,
  up_to_12 integer not null default 0,
  up_to_13 integer not null default 0,
  up_to_14 integer not null default 0,
  up_to_15 integer not null default 0,
  up_to_16 integer not null default 0,
  up_to_17 integer not null default 0,
  up_to_18 integer not null default 0,
  up_to_19 integer not null default 0,
  up_to_20 integer not null default 0,
  up_to_21 integer not null default 0,
  up_to_22 integer not null default 0,
  up_to_23 integer not null default 0,
  up_to_24 integer not null default 0,
  up_to_25 integer not null default 0,
  up_to_26 integer not null default 0,
  up_to_27 integer not null default 0,
  up_to_28 integer not null default 0,
  up_to_29 integer not null default 0,
  up_to_30 integer not null default 0,
  up_to_31 integer not null default 0,
  primary key (series, dimension, span, shop, value, day, block)
);

insert into mart.orders_bins (series, dimension, span, shop, value, day, block, up_to_0, up_to_1, up_to_2, up_to_3, up_to_4, up_to_5, up_to_6, up_to_7, up_to_8, up_to_9, up_to_10, up_to_11, up_to_12, up_to_13, up_to_14, up_to_15, up_to_16, up_to_17, up_to_18, up_to_19, up_to_20, up_to_21, up_to_22, up_to_23, up_to_24, up_to_25, up_to_26, up_to_27, up_to_28, up_to_29, up_to_30, up_to_31)
select series, dimension, span, shop, value, day, block, up_to_0, up_to_1, up_to_2, up_to_3, up_to_4, up_to_5, up_to_6, up_to_7, up_to_8, up_to_9, up_to_10, up_to_11, up_to_12, up_to_13, up_to_14, up_to_15, up_to_16, up_to_17, up_to_18, up_to_19, up_to_20, up_to_21, up_to_22, up_to_23, up_to_24, up_to_25, up_to_26, up_to_27, up_to_28, up_to_29, up_to_30, up_to_31 from (
select series, dimension, span, shop, value, day, (bin >> 5) as block,
  coalesce(sum(n) filter (where (bin & 31) <= 0), 0) as up_to_0, coalesce(sum(n) filter (where (bin & 31) <= 1), 0) as up_to_1, coalesce(sum(n) filter (where (bin & 31) <= 2), 0) as up_to_2, coalesce(sum(n) filter (where (bin & 31) <= 3), 0) as up_to_3, coalesce(sum(n) filter (where (bin & 31) <= 4), 0) as up_to_4, coalesce(sum(n) filter (where (bin & 31) <= 5), 0) as up_to_5, coalesce(sum(n) filter (where (bin & 31) <= 6), 0) as up_to_6, coalesce(sum(n) filter (where (bin & 31) <= 7), 0) as up_to_7, coalesce(sum(n) filter (where (bin & 31) <= 8), 0) as up_to_8, coalesce(sum(n) filter (where (bin & 31) <= 9), 0) as up_to_9, coalesce(sum(n) filter (where (bin & 31) <= 10), 0) as up_to_10, coalesce(sum(n) filter (where (bin & 31) <= 11), 0) as up_to_11, coalesce(sum(n) filter (where (bin & 31) <= 12), 0) as up_to_12, coalesce(sum(n) filter (where (bin & 31) <= 13), 0) as up_to_13, coalesce(sum(n) filter (where (bin & 31) <= 14), 0) as up_to_14, coalesce(sum(n) filter (where (bin & 31) <= 15), 0) as up_to_15, coalesce(sum(n) filter (where (bin & 31) <= 16), 0) as up_to_16, coalesce(sum(n) filter (where (bin & 31) <= 17), 0) as up_to_17, coalesce(sum(n) filter (where (bin & 31) <= 18), 0) as up_to_18, coalesce(sum(n) filter (where (bin & 31) <= 19), 0) as up_to_19, coalesce(sum(n) filter (where (bin & 31) <= 20), 0) as up_to_20, coalesce(sum(n) filter (where (bin & 31) <= 21), 0) as up_to_21, coalesce(sum(n) filter (where (bin & 31) <= 22), 0) as up_to_22, coalesce(sum(n) filter (where (bin & 31) <= 23), 0) as up_to_23, coalesce(sum(n) filter (where (bin & 31) <= 24), 0) as up_to_24, coalesce(sum(n) filter (where (bin & 31) <= 25), 0) as up_to_25, coalesce(sum(n) filter (where (bin & 31) <= 26), 0) as up_to_26, coalesce(sum(n) filter (where (bin & 31) <= 27), 0) as up_to_27, coalesce(sum(n) filter (where (bin & 31) <= 28), 0) as up_to_28, coalesce(sum(n) filter (where (bin & 31) <= 29), 0) as up_to_29, coalesce(sum(n) filter (where (bin & 31) <= 30), 0) as up_to_30, sum(n) as up_to_31
from (
select case when grouping(b.bin0) = 0 then 'delivery_days_p50' when grouping(b.bin1) = 0 then 'promised_days_p50' else null end as series, case when grouping(b.cut0) = 0 then 'REGION' when grouping(b.cut1) = 0 then 'CARRIER' when grouping(b.cut2) = 0 then 'FIRST_OR_REPEAT' else '' end as dimension,
  case when grouping(b.bin0) = 0 then case when grouping(b.day0) = 0 then 'day' else 'month' end when grouping(b.bin1) = 0 then case when grouping(b.day1) = 0 then 'day' else 'month' end else null end as span, b.shop, case when grouping(b.cut0) = 0 then b.cut0 when grouping(b.cut1) = 0 then b.cut1 when grouping(b.cut2) = 0 then b.cut2 else '' end as value,
  case when grouping(b.bin0) = 0 then case when grouping(b.day0) = 0 then b.day0 else b.month0 end when grouping(b.bin1) = 0 then case when grouping(b.day1) = 0 then b.day1 else b.month1 end else null end as day, case when grouping(b.bin0) = 0 then b.bin0 when grouping(b.bin1) = 0 then b.bin1 else null end as bin, count(*) as n
from (
select j.shop, j.ordered_on as day0, date_trunc('month', j.ordered_on::timestamp)::date as month0,
  case when (j.status = 'delivered' and j.delivery_seconds is not null) and j.ordered_on is not null then case when j.delivery_seconds = 0 then 0 else sign(j.delivery_seconds)::int * (1 + floor(ln(abs(j.delivery_seconds)::float8) * 128)::int) end end as bin0,
  j.ordered_on as day1, date_trunc('month', j.ordered_on::timestamp)::date as month1,
  case when (j.promise_days is not null) and j.ordered_on is not null then case when j.promise_days = 0 then 0 else sign(j.promise_days)::int * (1 + floor(ln(abs(j.promise_days)::float8) * 128)::int) end end as bin1, coalesce(j.region_code, '') as cut0, coalesce(j.carrier_code, '') as cut1, coalesce(j.first_or_repeat, '') as cut2
from journey.order_journey j
) b group by grouping sets ((b.shop, b.day0, b.bin0), (b.shop, b.month0, b.bin0), (b.shop, b.month0, b.bin0, b.cut0), (b.shop, b.month0, b.bin0, b.cut1), (b.shop, b.month0, b.bin0, b.cut2), (b.shop, b.day1, b.bin1), (b.shop, b.month1, b.bin1), (b.shop, b.month1, b.bin1, b.cut0), (b.shop, b.month1, b.bin1, b.cut1), (b.shop, b.month1, b.bin1, b.cut2))
) counted where bin is not null group by 1, 2, 3, 4, 5, 6, 7
) c where c.up_to_0 <> 0 or c.up_to_1 <> 0 or c.up_to_2 <> 0 or c.up_to_3 <> 0 or c.up_to_4 <> 0 or c.up_to_5 <> 0 or c.up_to_6 <> 0 or c.up_to_7 <> 0 or c.up_to_8 <> 0 or c.up_to_9 <> 0 or c.up_to_10 <> 0 or c.up_to_11 <> 0 or c.up_to_12 <> 0 or c.up_to_13 <> 0 or c.up_to_14 <> 0 or c.up_to_15 <> 0 or c.up_to_16 <> 0 or c.up_to_17 <> 0 or c.up_to_18 <> 0 or c.up_to_19 <> 0 or c.up_to_20 <> 0 or c.up_to_21 <> 0 or c.up_to_22 <> 0 or c.up_to_23 <> 0 or c.up_to_24 <> 0 or c.up_to_25 <> 0 or c.up_to_26 <> 0 or c.up_to_27 <> 0 or c.up_to_28 <> 0 or c.up_to_29 <> 0 or c.up_to_30 <> 0 or c.up_to_31 <> 0 order by series, dimension, span, shop, value, day, block;
