create table mart.order_triples (
  chain text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  prev_day date not null,
  prev2_day date not null,
  links bigint not null default 0,
  primary key (chain, shop, day, prev_day, prev2_day)
);

insert into mart.order_triples (chain, shop, day, prev_day, prev2_day, links)
select chain, shop, day, prev_day, prev2_day, links from (
select 'order' as chain, j.shop, j.ordered_on as day, j.prev_on as prev_day, coalesce(j.prev2_on, '-infinity'::date) as prev2_day, count(*) as links
from journey.order_journey j where j.identified and j.prev_on is not null group by j.shop, j.ordered_on, j.prev_on, coalesce(j.prev2_on, '-infinity'::date)
union all
select 'valid_day' as chain, j.shop, j.ordered_on as day, j.valid_prev_on as prev_day, coalesce(j.valid_prev2_on, '-infinity'::date) as prev2_day, count(*) as links
from journey.order_journey j where j.identified and j.valid_first_of_day and j.valid_prev_on is not null
group by j.shop, j.ordered_on, j.valid_prev_on, coalesce(j.valid_prev2_on, '-infinity'::date)
) c where c.links <> 0 order by chain, shop, day, prev_day, prev2_day;
