-- The days each tier was held; a tier set and changed on one day was not held.
create table asked.tiers as
select * from (select l.customer_id, l.shop, l.tier_to as tier, l.occurred_on as from_on,
    (select b.occurred_on from core.loyalty_events b where b.customer_id = l.customer_id and b.tier_to is not null and b.deleted_at is null
      and (b.occurred_at, b.external_id collate "C") > (l.occurred_at, l.external_id collate "C") order by b.occurred_at, b.external_id collate "C" limit 1) as until_on
  from core.loyalty_events l where l.tier_to is not null and l.deleted_at is null) t where until_on is distinct from from_on;

create table asked.member_events as
select l.id as event_id, l.customer_id, l.shop, l.kind, l.points, l.tier_to as tier, l.occurred_on,
  array_position(array['basic', 'bronze', 'silver', 'gold', 'platinum', 'diamond'], l.tier_to) - array_position(array['basic', 'bronze', 'silver', 'gold', 'platinum', 'diamond'], before.tier_to) as steps
from core.loyalty_events l
left join lateral (select b.tier_to from core.loyalty_events b where l.tier_to is not null and b.customer_id = l.customer_id and b.tier_to is not null and b.deleted_at is null
  and (b.occurred_at, b.external_id collate "C") < (l.occurred_at, l.external_id collate "C") order by b.occurred_at desc, b.external_id collate "C" desc limit 1) before on true
where l.deleted_at is null;

create table asked.birthdays as
select t.customer_id, t.shop, t.tier, s.as_of, (m.month + interval '1 month')::date - 1 as due_on,
  exists (select from core.loyalty_events l where l.customer_id = t.customer_id and l.kind = 'care' and l.deleted_at is null and date_trunc('month', l.occurred_on) = m.month)
  or exists (select from core.messages g where g.customer_id = t.customer_id and g.kind = 'care' and g.deleted_at is null and date_trunc('month', g.sent_on) = m.month) as reached
from asked.tiers t
join core.shops s on s.shop = t.shop
join core.customers c on c.customer_id = t.customer_id
cross join lateral (select d::date as month from generate_series(date_trunc('month', t.from_on), s.as_of, interval '1 month') d) m
where extract(month from m.month) = c.birthday_month and m.month >= t.from_on and m.month < coalesce(t.until_on, 'infinity');

create table asked.consents as
select t.customer_id, t.shop, t.purpose, t.granted, t.decided_at, t.external_id, (t.decided_at at time zone s.zone)::date as decided_on
from core.consents t join core.shops s on s.shop = t.shop where t.deleted_at is null;
