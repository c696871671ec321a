create table mart.loyalty_events_by_occurred (
  dimension text collate "C" not null,
  shop text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  tier_upgrades bigint not null default 0,
  tier_downgrades bigint not null default 0,
  primary key (dimension, shop, value, day)
);

insert into mart.loyalty_events_by_occurred (dimension, shop, value, day, tier_upgrades, tier_downgrades)
select dimension, shop, value, day, tier_upgrades, tier_downgrades from (
select case when grouping(j.only_tier_to) = 0 then 'TIER' else '' end as dimension, j.shop, case when grouping(j.only_tier_to) = 0 then j.only_tier_to else '' end as value, j.occurred_on as day,
  count(*) filter (where j.tier_step > 0) as tier_upgrades,
  count(*) filter (where j.tier_step < 0) as tier_downgrades
from (select j.*, coalesce(j.tier_to, '') as only_tier_to from journey.loyalty_facts j where j.occurred_on is not null) j
group by grouping sets ((j.shop, j.occurred_on), (j.shop, j.occurred_on, j.only_tier_to))
) c where c.tier_upgrades <> 0 or c.tier_downgrades <> 0 order by dimension, shop, value, day;
