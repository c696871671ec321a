code_lists as materialized (
  select order_id, dimension, array_agg(value order by value collate "C") as codes, array_agg(minor order by value collate "C") as minors from many_lines group by 1, 2
),
-- What each further feed says of an order; joined by the order alone, so that no plan takes many orders for few.
last_parcels as (
  select distinct on (order_id) order_id, service_level, carrier_code, station_code, delivery_option from core.shipments where deleted_at is null
  order by order_id, coalesce(delivered_at, 'infinity') desc, coalesce(handed_over_at, 'infinity') desc, external_id collate "C" desc
),
parcel_costs as (
  select order_id, sum(cost_minor) as cost_minor, sum((outcome = 'lost')::int) as lost_parcels from core.shipments where deleted_at is null group by 1
),
tried_payments as (
  select order_id, max(case when outcome <> 'failed' and kind <> 'cash_on_delivery' then paid_at end) as paid_at, count(*) as payment_attempts, sum((outcome = 'failed')::int) as payment_failures,
    count(charged_back_at) > 0 as charged_back, min(case when outcome <> 'failed' and kind = 'deposit' then paid_at end) as deposit_paid_at,
    min(case when outcome <> 'failed' and kind = 'balance' then paid_at end) as balance_paid_at
  from core.payments where deleted_at is null group by 1
),
picked_goods as (
  select order_id, sum(quantity) as units, count(picked_right) as items_checked, sum((not picked_right)::int) as items_mispicked from core.order_items where deleted_at is null group by 1
),
order_scans as (
  select order_id, min(occurred_at) as first_scan_at, min(case when kind in ('attempt_failed', 'delivered') then occurred_at end) as first_attempt_at,
    sum((kind = 'damaged')::int) as damaged_scans, sum((kind = 'lost')::int) as lost_scans
  from numbered_scans group by 1
),
order_contacts as (
  select order_id, min(opened_at) as first_contact_at, count(*) as cases_count, sum((topic is not distinct from 'where_is_my_order')::int) as wismo_count,
    sum((case_type = 'complaint')::int) as complaints_count, min(case when case_type = 'complaint' then opened_at end) as first_complaint_at,
    sum(csat) as csat_sum, count(csat) as csat_count, sum(cost_minor) as cost_minor
  from core.service_cases where deleted_at is null and order_id is not null group by 1
),
csat_answers as (
  select order_id, sum(score) as csat_sum, count(score) as csat_count from core.surveys where deleted_at is null and kind = 'csat' and answered_at is not null group by 1
),
nps_answers as (
  select distinct on (order_id) order_id, score from core.surveys where deleted_at is null and kind = 'nps' and answered_at is not null and score is not null
  order by order_id, answered_at desc, external_id collate "C" desc
),
requests as (
  select order_id, sum((status <> 'canceled')::int) as returns_count, sum(case when kind = 'return' and status <> 'canceled' and status <> 'rejected' then units end) as returned_units,
    sum((status <> 'canceled' and reason = any ('{quality,not_as_described,wrong_item,counterfeit}'))::int) as quality_returns,
    sum(case when refunded_at is not null then amount_minor end) as refunded_minor, max(refunded_at) as refunded_at, sum(cost_minor) as cost_minor
  from core.returns where deleted_at is null group by 1
),
first_requests as (
  select distinct on (order_id) order_id, requested_at, reason from core.returns where deleted_at is null and status <> 'canceled' order by order_id, requested_at, external_id collate "C"
),
amends as (
  select order_id, count(*) as compensations_count, sum(amount_minor) as compensated_minor, min(granted_at) as first_compensated_at from core.compensations where deleted_at is null group by 1
),
notices as (
  select order_id, min(sent_at) as sent_at from core.messages where deleted_at is null and kind = 'delay_notice' group by 1
),
order_touches as (
  select j.order_id, min(case when t.occurred_at >= j.ordered_at - interval '720 hours' then t.occurred_at end) as first_touch_at,
    sum((t.kind = 'review_view' and t.occurred_at >= j.ordered_at - interval '720 hours')::int) > 0 as reviews_read
  from judged j join core.touchpoints t on t.customer_id = j.customer_id and t.occurred_at <= j.ordered_at where t.deleted_at is null group by 1
),
order_tiers as (
  select distinct on (j.order_id) j.order_id, l.tier_to as tier
  from judged j join core.loyalty_events l on l.customer_id = j.customer_id and l.occurred_at <= j.ordered_at where l.deleted_at is null and l.tier_to is not null
  order by j.order_id, l.occurred_at desc, l.external_id collate "C" desc
),
peaks as (
  select distinct j.order_id from (select distinct shop, ordered_on from judged) d
  join core.calendar_events k on k.shop = d.shop and k.kind in ('promotion', 'holiday') and k.starts_on <= d.ordered_on and coalesce(k.ends_on, k.starts_on) >= d.ordered_on
  join judged j on j.shop = d.shop and j.ordered_on = d.ordered_on
),
told as materialized (
  select j.order_id,
    coalesce(j.service_ordered, p.service_level) as service_level, p.carrier_code, p.station_code, p.delivery_option,
    y.paid_at, coalesce(y.payment_attempts, 0) as payment_attempts, coalesce(y.payment_failures, 0) as payment_failures, coalesce(y.charged_back, false) as charged_back, y.deposit_paid_at, y.balance_paid_at,
    coalesce(g.units, 0) as units, coalesce(g.items_checked, 0) as items_checked, coalesce(g.items_mispicked, 0) as items_mispicked,
    s.first_scan_at, s.first_attempt_at, coalesce(s.damaged_scans, 0) > 0 as damaged, coalesce(s.lost_scans, 0) + coalesce(d.lost_parcels, 0) > 0 as lost,
    c.first_contact_at, coalesce(c.cases_count, 0) as cases_count, coalesce(c.wismo_count, 0) as wismo_count, coalesce(c.complaints_count, 0) as complaints_count, c.first_complaint_at,
    coalesce(c.csat_sum, 0) + coalesce(v.csat_sum, 0) as csat_sum, coalesce(c.csat_count, 0) + coalesce(v.csat_count, 0) as csat_count, n.score as nps_score,
    coalesce(r.returns_count, 0) as returns_count, f.requested_at as first_return_at, coalesce(r.returned_units, 0) as returned_units, coalesce(r.quality_returns, 0) as quality_returns,
    f.reason as first_return_reason, coalesce(r.refunded_minor, 0) as refunded_minor, r.refunded_at,
    coalesce(a.compensations_count, 0) as compensations_count, coalesce(a.compensated_minor, 0) as compensated_minor, a.first_compensated_at, m.sent_at as delay_notified_at,
    case when not j.valid or j.promised_on is null or j.delivered_on <= j.promised_on then null
      when m.sent_at is null then false when c.first_contact_at is null then true else m.sent_at < c.first_contact_at end as delay_notified_first,
    j.s1 + j.s2 > 0 or coalesce(r.quality_returns, 0) > 0 or coalesce(c.complaints_count, 0) > 0 as negative_feedback,
    d.cost_minor as delivery_cost_minor, case when c.cost_minor is null then r.cost_minor when r.cost_minor is null then c.cost_minor else c.cost_minor + r.cost_minor end as service_cost_minor,
    w.first_touch_at, w.reviews_read, t.tier, case when k.order_id is null then 'normal' else 'peak' end as peak
  from judged j
  left join last_parcels p on p.order_id = j.order_id
  left join parcel_costs d on d.order_id = j.order_id
  left join tried_payments y on y.order_id = j.order_id
  left join picked_goods g on g.order_id = j.order_id
  left join order_scans s on s.order_id = j.order_id
  left join order_contacts c on c.order_id = j.order_id
  left join csat_answers v on v.order_id = j.order_id
  left join nps_answers n on n.order_id = j.order_id
  left join requests r on r.order_id = j.order_id
  left join first_requests f on f.order_id = j.order_id
  left join amends a on a.order_id = j.order_id
  left join notices m on m.order_id = j.order_id
  left join order_touches w on w.order_id = j.order_id
  left join order_tiers t on t.order_id = j.order_id
  left join peaks k on k.order_id = j.order_id
),
-- The order's failures, one row each.
suffered as (
  select order_id, 'late' as failure from judged where lateness = 'late'
  union select order_id, 'damaged' from told where damaged
  union select order_id, 'lost' from told where lost
  union select order_id, 'wrong_item' from told where items_mispicked > 0
  union select order_id, reason from core.returns where deleted_at is null and status not in ('canceled', 'rejected') and reason in ('damaged', 'not_as_described', 'quality', 'wrong_item')
  union select order_id, topic from core.service_cases where deleted_at is null and case_type = 'complaint' and topic in ('damaged', 'lost', 'not_as_described', 'quality', 'wrong_item')
),
failure_lists as materialized (
  select f.order_id, array_agg(f.failure order by f.failure collate "C") as failures,
    count(x.order_id) as compensated_failures
  from suffered f
  left join (select distinct order_id, failure from core.compensations where deleted_at is null) x on x.order_id = f.order_id and x.failure = f.failure
  where f.order_id is not null group by 1
),
-- Loyal on a day: three valid order days or more in the 365 before, and since the last one no more than twice the mean gap (multiplied out).
-- Customers with one order are new and nothing else.
repeaters as (
  select customer_id from placed group by 1 having count(*) > 1
),
days_so_far as (
  select j.order_id, j.ordered_on, j.valid_first_of_day, array_agg(d.ordered_on order by d.ordered_on) filter (where d.ordered_on <= j.ordered_on) as days,
    array_agg(d.ordered_on order by d.ordered_on) filter (where d.ordered_on < j.ordered_on) as earlier
  from repeaters r join judged j on j.customer_id = r.customer_id join valid_days d on d.customer_id = j.customer_id group by 1, 2, 3
),
loyalties as materialized (
  select order_id,
    case when earlier is null then 'new' when e > 2 and earlier[e - 2] + 365 >= ordered_on and (ordered_on - earlier[e]) * (e - 1) <= 2 * (earlier[e] - earlier[1]) then 'loyal' else 'occasional' end as loyalty,
    case when valid_first_of_day and n > 2 and days[n - 2] > ordered_on - 365 then least(days[n - 2] + 364, ordered_on + floor(2.0 * (ordered_on - days[1]) / (n - 1))::int) end as loyal_until
  from (select *, cardinality(days) as n, cardinality(earlier) as e from days_so_far) d
),
expected_order_journey as (
  select j.customer_id, j.order_id, j.shop, j.identified, j.status, j.valid, j.ordered_at, j.ordered_on, j.approved_at, j.handed_over_at, j.delivered_at, j.delivered_on,
    j.promised_on, j.first_answered_at, j.delivery_seconds, j.promise_days, j.delay_days, j.lateness, j.delay_bucket, j.first_or_repeat, j.currency, j.region_code,
    coalesce(c.codes, '{}') as categories, coalesce(c.minors, '{}') as category_minor, coalesce(m.codes, '{}') as merchants, coalesce(m.minors, '{}') as merchant_minor,
    coalesce(p.codes, '{}') as payment_methods, coalesce(p.minors, '{}') as payment_method_minor,
    j.items_count, j.items_minor, j.freight_minor, j.payments_count, j.paid_minor, j.reviews_count, j.score_sum, array[j.s1, j.s2, j.s3, j.s4, j.s5]::integer[] as score_counts,
    j.prev_on, j.prev2_on, j.next_on, j.valid_prev_on, j.valid_prev2_on, j.valid_next_on, j.valid_first_of_day,
    t.service_level, j.origin, t.carrier_code, t.station_code, t.delivery_option, j.cancel_cause, j.canceled_at, t.paid_at, t.payment_attempts, t.payment_failures, t.charged_back,
    t.deposit_paid_at, t.balance_paid_at, t.units, t.items_checked, t.items_mispicked, t.first_scan_at, t.first_attempt_at, t.damaged, t.lost, t.first_contact_at, t.cases_count,
    t.wismo_count, t.complaints_count, t.first_complaint_at, t.csat_sum, t.csat_count, t.nps_score, t.returns_count, t.first_return_at, t.returned_units, t.quality_returns,
    t.first_return_reason, t.refunded_minor, t.refunded_at, t.compensations_count, t.compensated_minor, t.first_compensated_at, t.delay_notified_at, t.delay_notified_first,
    coalesce(f.failures, '{}') as failures, coalesce(f.compensated_failures, 0) as compensated_failures, t.negative_feedback, t.delivery_cost_minor, t.service_cost_minor,
    t.first_touch_at, t.reviews_read, t.tier, coalesce(l.loyalty, 'new') as loyalty, l.loyal_until, t.peak
  from judged j
  join told t on t.order_id = j.order_id
  left join loyalties l on l.order_id = j.order_id
  left join failure_lists f on f.order_id = j.order_id
  left join code_lists c on c.order_id = j.order_id and c.dimension = 'CATEGORY'
  left join code_lists m on m.order_id = j.order_id and m.dimension = 'MERCHANT'
  left join code_lists p on p.order_id = j.order_id and p.dimension = 'PAYMENT_METHOD'
)
