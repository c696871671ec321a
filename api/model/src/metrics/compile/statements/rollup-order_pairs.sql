create table mart.order_pairs (
  chain text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  prev_day date not null,
  links bigint not null default 0,
  primary key (chain, shop, day, prev_day)
);

insert into mart.order_pairs (chain, shop, day, prev_day, links)
select chain, shop, day, prev_day, links from (
select 'order' as chain, j.shop, j.ordered_on as day, coalesce(j.prev_on, '-infinity'::date) as prev_day, count(*) as links
from journey.order_journey j where j.identified group by j.shop, j.ordered_on, coalesce(j.prev_on, '-infinity'::date)
union all
select 'valid_day' as chain, j.shop, j.ordered_on as day, coalesce(j.valid_prev_on, '-infinity'::date) as prev_day, count(*) as links
from journey.order_journey j where j.identified and j.valid_first_of_day group by j.shop, j.ordered_on, coalesce(j.valid_prev_on, '-infinity'::date)
) c where c.links <> 0 order by chain, shop, day, prev_day;
