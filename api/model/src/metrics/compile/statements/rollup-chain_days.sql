create table mart.chain_days (
  chain text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  first_in_day bigint not null default 0,
  first_in_week bigint not null default 0,
  first_in_month bigint not null default 0,
  first_in_quarter bigint not null default 0,
  first_in_year bigint not null default 0,
  second_in_day bigint not null default 0,
  second_in_week bigint not null default 0,
  second_in_month bigint not null default 0,
  second_in_quarter bigint not null default 0,
  second_in_year bigint not null default 0,
  last_in_day bigint not null default 0,
  last_in_week bigint not null default 0,
  last_in_month bigint not null default 0,
  last_in_quarter bigint not null default 0,
  last_in_year bigint not null default 0,
  last_but_one_in_day bigint not null default 0,
  last_but_one_in_week bigint not null default 0,
  last_but_one_in_month bigint not null default 0,
  last_but_one_in_quarter bigint not null default 0,
  last_but_one_in_year bigint not null default 0,
  primary key (chain, shop, day)
);

insert into mart.chain_days (chain, shop, day, first_in_day, first_in_week, first_in_month, first_in_quarter, first_in_year, second_in_day, second_in_week, second_in_month, second_in_quarter, second_in_year, last_in_day, last_in_week, last_in_month, last_in_quarter, last_in_year, last_but_one_in_day, last_but_one_in_week, last_but_one_in_month, last_but_one_in_quarter, last_but_one_in_year)
select chain, shop, day, first_in_day, first_in_week, first_in_month, first_in_quarter, first_in_year, second_in_day, second_in_week, second_in_month, second_in_quarter, second_in_year, last_in_day, last_in_week, last_in_month, last_in_quarter, last_in_year, last_but_one_in_day, last_but_one_in_week, last_but_one_in_month, last_but_one_in_quarter, last_but_one_in_year from (
select c.chain, c.shop, c.day, sum(c.first_in_day)::bigint as first_in_day, sum(c.first_in_week)::bigint as first_in_week, sum(c.first_in_month)::bigint as first_in_month, sum(c.first_in_quarter)::bigint as first_in_quarter, sum(c.first_in_year)::bigint as first_in_year, sum(c.second_in_day)::bigint as second_in_day, sum(c.second_in_week)::bigint as second_in_week, sum(c.second_in_month)::bigint as second_in_month, sum(c.second_in_quarter)::bigint as second_in_quarter, sum(c.second_in_year)::bigint as second_in_year, sum(c.last_in_day)::bigint as last_in_day, sum(c.last_in_week)::bigint as last_in_week, sum(c.last_in_month)::bigint as last_in_month, sum(c.last_in_quarter)::bigint as last_in_quarter, sum(c.last_in_year)::bigint as last_in_year, sum(c.last_but_one_in_day)::bigint as last_but_one_in_day, sum(c.last_but_one_in_week)::bigint as last_but_one_in_week, sum(c.last_but_one_in_month)::bigint as last_but_one_in_month, sum(c.last_but_one_in_quarter)::bigint as last_but_one_in_quarter, sum(c.last_but_one_in_year)::bigint as last_but_one_in_year from (
select x.chain, x.shop, x.day as day, case when x.prev_day < x.day then x.links else 0 end as first_in_day, case when x.prev_day < date_trunc('week', x.day::timestamp)::date then x.links else 0 end as first_in_week, case when x.prev_day < date_trunc('month', x.day::timestamp)::date then x.links else 0 end as first_in_month, case when x.prev_day < date_trunc('quarter', x.day::timestamp)::date then x.links else 0 end as first_in_quarter, case when x.prev_day < date_trunc('year', x.day::timestamp)::date then x.links else 0 end as first_in_year, 0 as second_in_day, 0 as second_in_week, 0 as second_in_month, 0 as second_in_quarter, 0 as second_in_year, x.links as last_in_day, x.links as last_in_week, x.links as last_in_month, x.links as last_in_quarter, x.links as last_in_year, 0 as last_but_one_in_day, 0 as last_but_one_in_week, 0 as last_but_one_in_month, 0 as last_but_one_in_quarter, 0 as last_but_one_in_year from (select 'order' as chain, j.shop, j.ordered_on as day, coalesce(j.prev_on, '-infinity'::date) as prev_day, count(*) as links
from journey.order_journey j where j.identified group by j.shop, j.ordered_on, coalesce(j.prev_on, '-infinity'::date)
union all
select 'valid_day' as chain, j.shop, j.ordered_on as day, coalesce(j.valid_prev_on, '-infinity'::date) as prev_day, count(*) as links
from journey.order_journey j where j.identified and j.valid_first_of_day group by j.shop, j.ordered_on, coalesce(j.valid_prev_on, '-infinity'::date)) x
union all
select x.chain, x.shop, x.prev_day as day, 0 as first_in_day, 0 as first_in_week, 0 as first_in_month, 0 as first_in_quarter, 0 as first_in_year, 0 as second_in_day, 0 as second_in_week, 0 as second_in_month, 0 as second_in_quarter, 0 as second_in_year, -case when x.prev_day >= x.day then x.links else 0 end as last_in_day, -case when x.prev_day >= date_trunc('week', x.day::timestamp)::date then x.links else 0 end as last_in_week, -case when x.prev_day >= date_trunc('month', x.day::timestamp)::date then x.links else 0 end as last_in_month, -case when x.prev_day >= date_trunc('quarter', x.day::timestamp)::date then x.links else 0 end as last_in_quarter, -case when x.prev_day >= date_trunc('year', x.day::timestamp)::date then x.links else 0 end as last_in_year, case when x.prev_day >= x.day then x.links else 0 end as last_but_one_in_day, case when x.prev_day >= date_trunc('week', x.day::timestamp)::date then x.links else 0 end as last_but_one_in_week, case when x.prev_day >= date_trunc('month', x.day::timestamp)::date then x.links else 0 end as last_but_one_in_month, case when x.prev_day >= date_trunc('quarter', x.day::timestamp)::date then x.links else 0 end as last_but_one_in_quarter, case when x.prev_day >= date_trunc('year', x.day::timestamp)::date then x.links else 0 end as last_but_one_in_year from (select 'order' as chain, j.shop, j.ordered_on as day, coalesce(j.prev_on, '-infinity'::date) as prev_day, count(*) as links
from journey.order_journey j where j.identified group by j.shop, j.ordered_on, coalesce(j.prev_on, '-infinity'::date)
union all
select 'valid_day' as chain, j.shop, j.ordered_on as day, coalesce(j.valid_prev_on, '-infinity'::date) as prev_day, count(*) as links
from journey.order_journey j where j.identified and j.valid_first_of_day group by j.shop, j.ordered_on, coalesce(j.valid_prev_on, '-infinity'::date)) x where x.prev_day >= least(date_trunc('year', x.day::timestamp)::date, date_trunc('week', x.day::timestamp)::date)
union all
select x.chain, x.shop, x.day as day, 0 as first_in_day, 0 as first_in_week, 0 as first_in_month, 0 as first_in_quarter, 0 as first_in_year, case when x.prev_day >= x.day and x.prev2_day < x.day then x.links else 0 end as second_in_day, case when x.prev_day >= date_trunc('week', x.day::timestamp)::date and x.prev2_day < date_trunc('week', x.day::timestamp)::date then x.links else 0 end as second_in_week, case when x.prev_day >= date_trunc('month', x.day::timestamp)::date and x.prev2_day < date_trunc('month', x.day::timestamp)::date then x.links else 0 end as second_in_month, case when x.prev_day >= date_trunc('quarter', x.day::timestamp)::date and x.prev2_day < date_trunc('quarter', x.day::timestamp)::date then x.links else 0 end as second_in_quarter, case when x.prev_day >= date_trunc('year', x.day::timestamp)::date and x.prev2_day < date_trunc('year', x.day::timestamp)::date then x.links else 0 end as second_in_year, 0 as last_in_day, 0 as last_in_week, 0 as last_in_month, 0 as last_in_quarter, 0 as last_in_year, 0 as last_but_one_in_day, 0 as last_but_one_in_week, 0 as last_but_one_in_month, 0 as last_but_one_in_quarter, 0 as last_but_one_in_year from (select 'order' as chain, j.shop, j.ordered_on as day, j.prev_on as prev_day, coalesce(j.prev2_on, '-infinity'::date) as prev2_day, count(*) as links
from journey.order_journey j where j.identified and j.prev_on is not null group by j.shop, j.ordered_on, j.prev_on, coalesce(j.prev2_on, '-infinity'::date)
union all
select 'valid_day' as chain, j.shop, j.ordered_on as day, j.valid_prev_on as prev_day, coalesce(j.valid_prev2_on, '-infinity'::date) as prev2_day, count(*) as links
from journey.order_journey j where j.identified and j.valid_first_of_day and j.valid_prev_on is not null
group by j.shop, j.ordered_on, j.valid_prev_on, coalesce(j.valid_prev2_on, '-infinity'::date)) x where x.prev_day >= least(date_trunc('year', x.day::timestamp)::date, date_trunc('week', x.day::timestamp)::date)
union all
select x.chain, x.shop, x.prev2_day as day, 0 as first_in_day, 0 as first_in_week, 0 as first_in_month, 0 as first_in_quarter, 0 as first_in_year, 0 as second_in_day, 0 as second_in_week, 0 as second_in_month, 0 as second_in_quarter, 0 as second_in_year, 0 as last_in_day, 0 as last_in_week, 0 as last_in_month, 0 as last_in_quarter, 0 as last_in_year, -case when x.prev2_day >= x.day then x.links else 0 end as last_but_one_in_day, -case when x.prev2_day >= date_trunc('week', x.day::timestamp)::date then x.links else 0 end as last_but_one_in_week, -case when x.prev2_day >= date_trunc('month', x.day::timestamp)::date then x.links else 0 end as last_but_one_in_month, -case when x.prev2_day >= date_trunc('quarter', x.day::timestamp)::date then x.links else 0 end as last_but_one_in_quarter, -case when x.prev2_day >= date_trunc('year', x.day::timestamp)::date then x.links else 0 end as last_but_one_in_year from (select 'order' as chain, j.shop, j.ordered_on as day, j.prev_on as prev_day, coalesce(j.prev2_on, '-infinity'::date) as prev2_day, count(*) as links
from journey.order_journey j where j.identified and j.prev_on is not null group by j.shop, j.ordered_on, j.prev_on, coalesce(j.prev2_on, '-infinity'::date)
union all
select 'valid_day' as chain, j.shop, j.ordered_on as day, j.valid_prev_on as prev_day, coalesce(j.valid_prev2_on, '-infinity'::date) as prev2_day, count(*) as links
from journey.order_journey j where j.identified and j.valid_first_of_day and j.valid_prev_on is not null
group by j.shop, j.ordered_on, j.valid_prev_on, coalesce(j.valid_prev2_on, '-infinity'::date)) x where x.prev2_day >= least(date_trunc('year', x.day::timestamp)::date, date_trunc('week', x.day::timestamp)::date)
) c group by c.chain, c.shop, c.day
) c where c.first_in_day <> 0 or c.first_in_week <> 0 or c.first_in_month <> 0 or c.first_in_quarter <> 0 or c.first_in_year <> 0 or c.second_in_day <> 0 or c.second_in_week <> 0 or c.second_in_month <> 0 or c.second_in_quarter <> 0 or c.second_in_year <> 0 or c.last_in_day <> 0 or c.last_in_week <> 0 or c.last_in_month <> 0 or c.last_in_quarter <> 0 or c.last_in_year <> 0 or c.last_but_one_in_day <> 0 or c.last_but_one_in_week <> 0 or c.last_but_one_in_month <> 0 or c.last_but_one_in_quarter <> 0 or c.last_but_one_in_year <> 0 order by chain, shop, day;
