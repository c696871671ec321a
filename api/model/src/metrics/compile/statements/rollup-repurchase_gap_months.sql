create table mart.repurchase_gap_months (
  shop text collate "C" not null,
  gap_days integer not null,
  first_month date not null,
  customers bigint not null default 0,
  primary key (shop, gap_days, first_month)
);

insert into mart.repurchase_gap_months (shop, gap_days, first_month, customers)
select shop, gap_days, first_month, customers from (
select g.shop, date_trunc('month', g.first_day::timestamp)::date as first_month, g.gap_days, sum(g.customers)::bigint as customers
from (select j.shop, j.ordered_on as first_day, coalesce(j.valid_next_on - j.ordered_on, 2147483647) as gap_days, count(*) as customers
from journey.order_journey j where j.identified and j.valid_first_of_day and j.valid_prev_on is null group by j.shop, j.ordered_on, coalesce(j.valid_next_on - j.ordered_on, 2147483647)) g where g.gap_days < 2147483647 group by 1, 2, 3
) c where c.customers <> 0 order by shop, gap_days, first_month;
