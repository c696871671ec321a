create table mart.first_days (
  shop text collate "C" not null,
  first_day date not null,
  customers bigint not null default 0,
  not_back bigint not null default 0,
  back_within_30 bigint not null default 0,
  back_within_60 bigint not null default 0,
  back_within_90 bigint not null default 0,
  back_within_365 bigint not null default 0,
  primary key (shop, first_day)
);

insert into mart.first_days (shop, first_day, customers, not_back, back_within_30, back_within_60, back_within_90, back_within_365)
select shop, first_day, customers, not_back, back_within_30, back_within_60, back_within_90, back_within_365 from (
select g.shop, g.first_day, sum(g.customers)::bigint as customers,
  coalesce(sum(g.customers) filter (where g.gap_days = 2147483647), 0)::bigint as not_back,
  coalesce(sum(g.customers) filter (where g.gap_days <= 30), 0)::bigint as back_within_30,
  coalesce(sum(g.customers) filter (where g.gap_days <= 60), 0)::bigint as back_within_60,
  coalesce(sum(g.customers) filter (where g.gap_days <= 90), 0)::bigint as back_within_90,
  coalesce(sum(g.customers) filter (where g.gap_days <= 365), 0)::bigint as back_within_365
from (select j.shop, j.ordered_on as first_day, coalesce(j.valid_next_on - j.ordered_on, 2147483647) as gap_days, count(*) as customers
from journey.order_journey j where j.identified and j.valid_first_of_day and j.valid_prev_on is null group by j.shop, j.ordered_on, coalesce(j.valid_next_on - j.ordered_on, 2147483647)) g group by g.shop, g.first_day
) c where c.customers <> 0 or c.not_back <> 0 or c.back_within_30 <> 0 or c.back_within_60 <> 0 or c.back_within_90 <> 0 or c.back_within_365 <> 0 order by shop, first_day;
