-- Rows to count, put together from core alone; written from the words of the catalogue, by other means than the journey: looked up row by row.
create schema asked;

create table asked.orders as
select o.id, o.customer_id, o.shop, o.external_id, c.identified, s.zone, s.as_of, o.status, o.status <> all ('{canceled,unavailable}') as valid,
  o.ordered_at, o.ordered_on, o.approved_at, o.promised_on, o.origin, o.cancel_cause, o.region_code as region,
  coalesce(o.service_level, last_parcel.service_level) as service_level, last_parcel.carrier_code as carrier, last_parcel.station_code as station, last_parcel.delivery_option,
  case when exists (select from core.calendar_events k where k.shop = o.shop and k.kind in ('promotion', 'holiday') and o.ordered_on between k.starts_on and coalesce(k.ends_on, k.starts_on))
    then 'peak' else 'normal' end as peak,
  case when exists (select from core.orders b where b.customer_id = o.customer_id and b.deleted_at is null
      and (b.ordered_at < o.ordered_at or b.ordered_at = o.ordered_at and b.external_id collate "C" < o.external_id collate "C")) then 'repeat' else 'first' end as first_or_repeat,
  (select l.tier_to from core.loyalty_events l where l.customer_id = o.customer_id and l.deleted_at is null and l.tier_to is not null and l.occurred_at <= o.ordered_at
    order by l.occurred_at desc, l.external_id collate "C" desc limit 1) as tier,
  -- it has come once all its parcels have
  case when parcels.arrived = parcels.sent then parcels.last_at end as delivered_at, case when parcels.arrived = parcels.sent then parcels.last_on end as delivered_on,
  parcels.sent as parcels, parcels.first_hand_over, parcels.lost or exists (select from core.tracking_events e where e.customer_id = o.customer_id and e.kind = 'lost' and e.deleted_at is null
    and e.shipment_id in (select p.id from core.shipments p where p.customer_id = o.customer_id and p.order_id = o.id and p.deleted_at is null)) as lost,
  exists (select from core.tracking_events e where e.customer_id = o.customer_id and e.kind = 'damaged' and e.deleted_at is null
    and e.shipment_id in (select p.id from core.shipments p where p.customer_id = o.customer_id and p.order_id = o.id and p.deleted_at is null)) as damaged,
  array(select distinct coalesce((select p.category_code from core.products p where p.id = i.product_id), '') from core.order_items i where i.customer_id = o.customer_id and i.order_id = o.id and i.deleted_at is null) as categories,
  array(select distinct coalesce((select m.external_id from core.merchants m where m.id = i.merchant_id), '') from core.order_items i where i.customer_id = o.customer_id and i.order_id = o.id and i.deleted_at is null) as merchants,
  goods.lines, goods.units, goods.goods_minor, goods.mispicked,
  paid.methods as payment_methods, paid.attempts, paid.successes, paid.paid_minor, paid.shippable_at, paid.charged_back, paid.at_door, paid.deposit, paid.balance,
  review.reviews, review.stars, review.s1, review.s2, review.s3, review.s4, review.s5, review.first_at as first_review_at,
  desk.cases, desk.complaints, desk.first_at as first_contact_at, desk.cost_minor as desk_cost_minor, desk.at_platform or back.at_platform as at_platform,
  back.returned_units, back.quality, back.refunds, back.refunded_minor, back.cost_minor as back_cost_minor, back.decided_for_customer, back.first_reason,
  (select coalesce(sum(x.amount_minor), 0) from core.compensations x where x.customer_id = o.customer_id and x.order_id = o.id and x.deleted_at is null) as compensated_minor,
  (select min(g.sent_at) from core.messages g where g.customer_id = o.customer_id and g.order_id = o.id and g.kind = 'delay_notice' and g.deleted_at is null) as noticed_at,
  touched.known as touched, touched.read_reviews
from core.orders o
join core.customers c on c.customer_id = o.customer_id
join core.shops s on s.shop = o.shop
cross join lateral (select count(*) as sent, count(p.delivered_at) as arrived, max(p.delivered_at) as last_at, max(p.delivered_on) as last_on, min(p.handed_over_at) as first_hand_over,
    coalesce(bool_or(p.outcome = 'lost'), false) as lost
  from core.shipments p where p.customer_id = o.customer_id and p.order_id = o.id and p.deleted_at is null) parcels
left join lateral (select p.* from core.shipments p where p.customer_id = o.customer_id and p.order_id = o.id and p.deleted_at is null
  order by p.delivered_at desc nulls first, p.handed_over_at desc nulls first, p.external_id collate "C" desc limit 1) last_parcel on true
cross join lateral (select count(*) as lines, coalesce(sum(i.quantity), 0) as units, coalesce(sum(i.price_minor + i.freight_minor), 0) as goods_minor, count(*) filter (where i.picked_right = false) as mispicked
  from core.order_items i where i.customer_id = o.customer_id and i.order_id = o.id and i.deleted_at is null) goods
cross join lateral (select count(*) as attempts, count(*) filter (where y.outcome = 'succeeded') as successes, coalesce(sum(y.amount_minor) filter (where y.outcome = 'succeeded'), 0) as paid_minor,
    coalesce(array_agg(distinct y.method) filter (where y.outcome = 'succeeded'), '{}') as methods,
    max(y.paid_at) filter (where y.outcome = 'succeeded' and y.kind <> 'cash_on_delivery') as shippable_at, coalesce(bool_or(y.charged_back_at is not null), false) as charged_back,
    coalesce(bool_or(y.kind = 'cash_on_delivery' and y.outcome = 'succeeded'), false) as at_door,
    coalesce(bool_or(y.kind = 'deposit' and y.outcome = 'succeeded' and y.paid_at is not null), false) as deposit, coalesce(bool_or(y.kind = 'balance' and y.outcome = 'succeeded' and y.paid_at is not null), false) as balance
  from core.payments y where y.customer_id = o.customer_id and y.order_id = o.id and y.deleted_at is null) paid
cross join lateral (select count(*) as reviews, coalesce(sum(r.score), 0) as stars, count(*) filter (where r.score = 1) as s1, count(*) filter (where r.score = 2) as s2, count(*) filter (where r.score = 3) as s3,
    count(*) filter (where r.score = 4) as s4, count(*) filter (where r.score = 5) as s5, min(r.answered_at) as first_at
  from core.reviews r where r.customer_id = o.customer_id and r.order_id = o.id and r.deleted_at is null) review
cross join lateral (select count(*) as cases, count(*) filter (where e.case_type = 'complaint') as complaints, min(e.opened_at) as first_at, coalesce(sum(e.cost_minor), 0) as cost_minor,
    coalesce(bool_or(e.channel = 'platform' or e.escalated_to = 'platform'), false) as at_platform
  from core.service_cases e where e.customer_id = o.customer_id and e.order_id = o.id and e.deleted_at is null) desk
cross join lateral (select coalesce(sum(r.units) filter (where r.kind = 'return' and r.status not in ('canceled', 'rejected')), 0) as returned_units,
    count(*) filter (where r.status <> 'canceled' and r.reason in ('quality', 'not_as_described', 'wrong_item', 'counterfeit')) as quality,
    count(r.refunded_at) as refunds, coalesce(sum(r.amount_minor) filter (where r.refunded_at is not null), 0) as refunded_minor, coalesce(sum(r.cost_minor), 0) as cost_minor,
    coalesce(bool_or(r.stepped_in_at is not null), false) as at_platform, coalesce(bool_or(r.decided_for = 'customer'), false) as decided_for_customer,
    (array_agg(r.reason order by r.requested_at, r.external_id collate "C") filter (where r.status <> 'canceled'))[1] as first_reason
  from core.returns r where r.customer_id = o.customer_id and r.order_id = o.id and r.deleted_at is null) back
cross join lateral (select count(*) filter (where t.occurred_at >= o.ordered_at - interval '30 days') > 0 as known, case when count(*) > 0 then
    coalesce(bool_or(t.kind = 'review_view' and t.occurred_at >= o.ordered_at - interval '30 days'), false) end as read_reviews
  from core.touchpoints t where t.customer_id = o.customer_id and t.occurred_at <= o.ordered_at and t.deleted_at is null) touched
where o.deleted_at is null;
create index on asked.orders (customer_id, id);

-- What follows from the row itself, and from the customer's valid order days (one row a day).
create table asked.days as select distinct customer_id, shop, ordered_on as day from asked.orders where valid;
create index on asked.days (customer_id, day);
alter table asked.orders add column lateness text, add column delay_bucket text, add column failures text[], add column loyalty text, add column first_of_day boolean, add column back_on date, add column before_on date;
update asked.orders o set
  lateness = case when status <> 'delivered' or delivered_on is null then 'not_delivered' when promised_on is null then 'no_promise' when delivered_on > promised_on then 'late' else 'on_time' end,
  delay_bucket = case when status <> 'delivered' or delivered_on is null then 'not_delivered' when promised_on is null then 'no_promise' else
    (array['early_8', 'early_1_7', 'on_day', 'late_1_3', 'late_4_7', 'late_8'])[width_bucket(delivered_on - promised_on, array[-1000000, -7, 0, 1, 4, 8])] end,
  back_on = case when valid then (select min(d.day) from asked.days d where d.customer_id = o.customer_id and d.day > o.ordered_on) end,
  before_on = case when valid then (select max(d.day) from asked.days d where d.customer_id = o.customer_id and d.day < o.ordered_on) end,
  first_of_day = valid and not exists (select from asked.orders b where b.customer_id = o.customer_id and b.valid and b.ordered_on = o.ordered_on
    and (b.ordered_at < o.ordered_at or b.ordered_at = o.ordered_at and b.external_id collate "C" < o.external_id collate "C")),
  -- loyal: at least 3 valid order days in the 365 days before it, the last within twice the customer's mean gap
  loyalty = (select case when count(*) = 0 then 'new' when count(*) filter (where d.day >= o.ordered_on - 365) >= 3
      and (o.ordered_on - max(d.day)) * (count(*) - 1) <= 2 * (max(d.day) - min(d.day)) then 'loyal' else 'occasional' end
    from asked.days d where d.customer_id = o.customer_id and d.day < o.ordered_on);
update asked.orders o set failures = array(select f from unnest(array['damaged', 'late', 'lost', 'not_as_described', 'quality', 'wrong_item']) f
  where f = 'late' and lateness = 'late' or f = 'damaged' and damaged or f = 'lost' and lost or f = 'wrong_item' and mispicked > 0
    or f in ('damaged', 'not_as_described', 'quality', 'wrong_item') and exists (select from core.returns r where r.customer_id = o.customer_id and r.order_id = o.id and r.deleted_at is null
      and r.status not in ('canceled', 'rejected') and r.reason = f)
    or f in ('damaged', 'lost', 'not_as_described', 'quality', 'wrong_item') and exists (select from core.service_cases e where e.customer_id = o.customer_id and e.order_id = o.id and e.deleted_at is null
      and e.case_type = 'complaint' and e.topic = f));

-- Money by its own line: what a slice of GMV or of payments holds.
create table asked.lines as
select o.*, i.id as line_id, coalesce(p.category_code, '') as category, coalesce(m.external_id, '') as merchant, i.price_minor + i.freight_minor as line_minor
from asked.orders o
join core.order_items i on i.customer_id = o.customer_id and i.order_id = o.id and i.deleted_at is null
left join core.products p on p.id = i.product_id
left join core.merchants m on m.id = i.merchant_id;
create table asked.paid_lines as
select o.*, y.method, y.amount_minor as line_minor
from asked.orders o
join core.payments y on y.customer_id = o.customer_id and y.order_id = o.id and y.deleted_at is null and y.outcome = 'succeeded';

create table asked.failures as
select o.*, f as failure, exists (select from core.compensations x where x.customer_id = o.customer_id and x.order_id = o.id and x.failure = f and x.deleted_at is null) as compensated
from asked.orders o cross join unnest(o.failures) f;

create table asked.payments as
select y.id as payment_id, y.customer_id, y.shop, y.kind as payment_kind, y.method as payment_method, y.outcome = 'succeeded' as succeeded, y.charged_back_at is not null as charged_back,
  (coalesce(y.attempted_at, y.paid_at, o.ordered_at) at time zone s.zone)::date as attempted_on,
  o.ordered_on, o.region, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.origin, o.categories, o.merchants
from core.payments y join core.shops s on s.shop = y.shop join asked.orders o on o.customer_id = y.customer_id and o.id = y.order_id
where y.deleted_at is null;

-- A request or complaint is about a line where it names its product, or names none and the order has no other line.
create table asked.items as
select i.id as item_id, i.customer_id, i.shop, i.picked_right, i.quantity as units, p.external_id as product, p.category_code as category, m.external_id as merchant,
  o.ordered_on, o.delivered_on, o.status, o.region, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, o.carrier, o.origin,
  coalesce(back.reasons, '{}') || coalesce(said.topics, '{}') as called, coalesce(back.units, 0) as product_units_back,
  (select coalesce(sum(b.quantity), 0) from core.order_items b where b.customer_id = i.customer_id and b.order_id = i.order_id and b.product_id = i.product_id and b.item_no < i.item_no and b.deleted_at is null) as units_before
from core.order_items i
join asked.orders o on o.customer_id = i.customer_id and o.id = i.order_id
left join core.products p on p.id = i.product_id
left join core.merchants m on m.id = i.merchant_id
left join lateral (select array_agg(r.reason) as reasons, sum(r.units) filter (where r.kind = 'return') as units from core.returns r where r.customer_id = i.customer_id and r.order_id = i.order_id and r.deleted_at is null
  and r.status not in ('canceled', 'rejected') and (r.product_id = i.product_id or r.product_id is null and o.lines = 1)) back on true
left join lateral (select array_agg(e.topic) as topics from core.service_cases e where e.customer_id = i.customer_id and e.order_id = i.order_id and e.deleted_at is null
  and e.case_type = 'complaint' and (e.product_id = i.product_id or e.product_id is null and o.lines = 1)) said on true
where i.deleted_at is null;
