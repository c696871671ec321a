create table asked.returns as
select r.id as return_id, r.customer_id, r.order_id, r.shop, s.as_of, r.kind, r.reason, r.status, r.policy, r.requested_at, r.requested_on, r.approved_at, r.rejected_at, r.refunded_at, r.due_at, r.amount_minor,
  (r.refunded_at at time zone s.zone)::date as refunded_on, (r.due_at at time zone s.zone)::date as due_on, (r.stepped_in_at at time zone s.zone)::date as stepped_in_on, r.decided_for,
  not exists (select from core.returns b where b.customer_id = r.customer_id and b.order_id = r.order_id and b.deleted_at is null
    and (b.requested_at, b.external_id collate "C") < (r.requested_at, r.external_id collate "C")) as first_of_order,
  o.ordered_on, o.delivered_on, o.region, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, o.carrier, o.station,
  p.external_id as product, coalesce(p.category_code, case when cardinality(o.categories) = 1 then o.categories[1] end) as category,
  coalesce(m.external_id, case when cardinality(o.merchants) = 1 then o.merchants[1] end) as merchant
from core.returns r
join core.shops s on s.shop = r.shop
left join asked.orders o on o.customer_id = r.customer_id and o.id = r.order_id
left join core.products p on p.id = r.product_id
left join core.merchants m on m.id = p.merchant_id
where r.deleted_at is null;

create table asked.compensations as
select x.id as compensation_id, x.customer_id, x.shop, x.failure, x.form, x.amount_minor, x.granted_on, o.ordered_on, o.region, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness,
  o.carrier, o.station, coalesce(o.categories, '{}') as categories, coalesce(o.merchants, '{}') as merchants, e.channel, e.topic, e.agent_code as agent, e.team
from core.compensations x
left join asked.orders o on o.customer_id = x.customer_id and o.id = x.order_id
left join core.service_cases e on e.customer_id = x.customer_id and e.id = x.case_id
where x.deleted_at is null;
