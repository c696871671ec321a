create table mart.order_depths (
  shop text collate "C" not null,
  first_day date not null,
  orders integer not null,
  customers bigint not null default 0,
  primary key (shop, first_day, orders)
);

insert into mart.order_depths (shop, first_day, orders, customers)
select shop, first_day, orders, customers from (
select c.shop, c.first_day, least(c.orders, 10)::int as orders, count(*) as customers
from (
select j.shop, j.customer_id, min(j.ordered_on) as first_day, count(*) as orders from journey.order_journey j where j.identified and j.valid group by 1, 2
) c group by 1, 2, 3
) c where c.customers <> 0 order by shop, first_day, orders;
