create table mart.loyalty_events_by_occurred (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  tier_upgrades bigint not null default 0,
  tier_downgrades bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.loyalty_events_by_occurred (dimension, span, shop, day, value, tier_upgrades, tier_downgrades)
select dimension, span, shop, day, value, tier_upgrades, tier_downgrades from (
with fine as materialized (
select case when grouping(j.only_tier_to) = 0 then 'TIER' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_tier_to) = 0 then j.only_tier_to else '' end as value, j.occurred_on as day,
  count(*) filter (where j.tier_step > 0) as tier_upgrades,
  count(*) filter (where j.tier_step < 0) as tier_downgrades
from (select j.*, coalesce(j.tier_to, '') as only_tier_to from journey.loyalty_facts j where j.occurred_on is not null) j
group by grouping sets ((j.shop, j.occurred_on), (j.shop, j.occurred_on, j.only_tier_to))
)
select dimension, span, shop, day, value, tier_upgrades, tier_downgrades from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.tier_upgrades)::bigint as tier_upgrades, sum(c.tier_downgrades)::bigint as tier_downgrades
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.tier_upgrades <> 0 or c.tier_downgrades <> 0 order by dimension, span, shop, day, value;
