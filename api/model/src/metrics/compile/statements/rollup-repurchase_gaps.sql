create table mart.repurchase_gaps (
  shop text collate "C" not null,
  first_day date not null,
  gap_days integer not null,
  customers bigint not null default 0,
  primary key (shop, first_day, gap_days)
);

insert into mart.repurchase_gaps (shop, first_day, gap_days, customers)
select shop, first_day, gap_days, customers from (
select j.shop, j.ordered_on as first_day, coalesce(j.valid_next_on - j.ordered_on, 2147483647) as gap_days, count(*) as customers
from journey.order_journey j where j.identified and j.valid_first_of_day and j.valid_prev_on is null group by j.shop, j.ordered_on, coalesce(j.valid_next_on - j.ordered_on, 2147483647)
) c where c.customers <> 0 order by shop, first_day, gap_days;
