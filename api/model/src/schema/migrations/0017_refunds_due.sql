-- Money is due for returns and refunds only: an exchange or a repair with a promised day was counted as a refund that never came.
-- And what was granted after a first rejection is due like any other. The view as in 0003 but for refunded_in_time.
create or replace view journey.return_journey as
select r.customer_id, r.id as return_id, r.order_id, r.shop, coalesce(c.identified, false) as identified, r.external_id, r.kind, r.reason, r.status, r.policy,
  o.ordered_on, o.delivered_on, o.region_code, o.carrier_code, o.station_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, coalesce(o.categories, '{}') as categories, coalesce(o.merchants, '{}') as merchants,
  p.external_id as product_external_id, coalesce(p.category_code, case when cardinality(o.categories) = 1 then o.categories[1] end) as category_code,
  coalesce(m.external_id, case when cardinality(o.merchants) = 1 then o.merchants[1] end) as merchant_external_id,
  r.requested_at, r.requested_on, r.approved_at, r.rejected_at, r.shipped_at, r.received_at, r.refunded_at, (r.refunded_at at time zone s.zone)::date as refunded_on, r.completed_at,
  (r.completed_at at time zone s.zone)::date as completed_on, r.stepped_in_at, (r.stepped_in_at at time zone s.zone)::date as stepped_in_on,
  r.due_at, (r.due_at at time zone s.zone)::date as due_on, -- by when the money was promised; null: no promise
  extract(epoch from coalesce(r.approved_at, r.rejected_at) - r.requested_at)::bigint as review_seconds, -- request → decision; each step null until it has happened
  extract(epoch from r.shipped_at - r.approved_at)::bigint as ship_back_seconds,
  extract(epoch from r.received_at - r.shipped_at)::bigint as way_back_seconds,
  extract(epoch from r.refunded_at - coalesce(r.received_at, r.approved_at))::bigint as refund_seconds, -- received (refund without return: approved) → money arrived
  extract(epoch from r.refunded_at - r.requested_at)::bigint as request_to_money_seconds,
  extract(epoch from coalesce(r.completed_at, r.refunded_at) - r.requested_at)::bigint as request_to_done_seconds, -- also exchanges and repairs
  -- money arrived by the promised moment; null until due, without a promise, where it stayed rejected or was canceled, and for exchanges and repairs that brought no money
  case when (r.kind in ('return', 'refund_only') or r.refunded_at is not null) and (r.rejected_at is null or r.approved_at > r.rejected_at)
      and r.status not in ('rejected', 'canceled') and (r.due_at at time zone s.zone)::date <= s.as_of then coalesce(r.refunded_at <= r.due_at, false) end as refunded_in_time,
  case when r.approved_at is not null then true when r.rejected_at is not null or r.status = 'rejected' then false end as approved, -- null: not decided
  r.refunded_at is not null as refunded, r.status = 'canceled' as withdrawn,
  r.reason in ('quality', 'not_as_described', 'wrong_item', 'counterfeit') as quality, r.reason in ('damaged', 'late') as logistics, r.reason = 'not_as_described' as not_as_described,
  not exists (select from core.returns b where b.customer_id = r.customer_id and b.order_id = r.order_id and b.deleted_at is null
    and (b.requested_at < r.requested_at or (b.requested_at = r.requested_at and b.external_id collate "C" < r.external_id collate "C"))) as first_of_order, -- the first request of its order
  r.stepped_in_at is not null as stepped_in, r.decided_for, -- the platform: customer | merchant | null
  -- asked for under a policy (seven_day: within 7 days of delivery) and granted; null: no policy, not covered, or not decided
  case when r.policy is null or (r.policy = 'seven_day' and r.requested_on > o.delivered_on + 7) then null
    when r.approved_at is not null then true when r.rejected_at is not null or r.status = 'rejected' then false end as policy_kept,
  r.units, r.amount_minor, case when r.refunded_at is not null then r.amount_minor else 0 end as refunded_minor, r.cost_minor, o.currency
from core.returns r
join core.shops s on s.shop = r.shop
left join journey.order_journey o on o.customer_id = r.customer_id and o.order_id = r.order_id
left join core.products p on p.id = r.product_id
left join core.merchants m on m.id = p.merchant_id
left join core.customers c on c.customer_id = r.customer_id
where r.deleted_at is null;
