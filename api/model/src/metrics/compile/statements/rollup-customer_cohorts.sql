create table mart.customer_cohorts (
  shop text collate "C" not null,
  first_day date not null,
  months integer not null,
  customers bigint not null default 0,
  primary key (shop, first_day, months)
);

insert into mart.customer_cohorts (shop, first_day, months, customers)
select shop, first_day, months, customers from (
select d.shop, d.first_day, ((extract(year from d.ordered_on) - extract(year from d.first_day)) * 12 + extract(month from d.ordered_on) - extract(month from d.first_day))::int as months, count(*) as customers
from (
select j.shop, j.ordered_on, j.valid_prev_on, min(j.ordered_on) over (partition by j.customer_id) as first_day
from journey.order_journey j where j.identified and j.valid_first_of_day
) d
where d.valid_prev_on is null or ((extract(year from d.ordered_on) - extract(year from d.valid_prev_on)) * 12 + extract(month from d.ordered_on) - extract(month from d.valid_prev_on))::int > 0
group by 1, 2, 3
) c where c.customers <> 0 order by shop, first_day, months;
