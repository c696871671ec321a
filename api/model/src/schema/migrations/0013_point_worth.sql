-- What a member's point is worth, in minor units of the shop's currency: 1 where a hundred points buy one yuan, 0.1 where a thousand do. Null: the shop never told.
-- Unlike zone and currency it may change; points are owed at what they are worth today, those of former days as well.
alter table core.shops add column point_worth_minor numeric check (point_worth_minor > 0);

-- Signed changes a day of what a shop owes its members for points they hold.
create view journey.points_owed as
select l.shop, l.day, l.change as points, l.change * s.point_worth_minor as change_minor
from journey.loyalty_changes l
join core.shops s on s.shop = l.shop
where l.level = 'points' and s.point_worth_minor is not null;
