code_lists as materialized (
  select order_id, dimension, array_agg(value order by value collate "C") as codes, array_agg(minor order by value collate "C") as minors from many_lines group by 1, 2
),
-- Everything else an order's journey tells, looked up order by order.
told as materialized (
  select j.customer_id, j.order_id,
    coalesce(j.service_ordered, last.service_level) as service_level, last.carrier_code, last.station_code, last.delivery_option,
    paying.*, goods.*, scans.*, contacts.first_contact_at, contacts.cases_count, contacts.wismo_count, contacts.complaints_count, contacts.first_complaint_at,
    coalesce(contacts.csat_sum, 0) + coalesce(surveys.csat_sum, 0) as csat_sum, contacts.csat_count + surveys.csat_count as csat_count, nps.score as nps_score,
    requests.returns_count, first_request.requested_at as first_return_at, coalesce(requests.returned_units, 0) as returned_units, requests.quality_returns, first_request.reason as first_return_reason,
    coalesce(requests.refunded_minor, 0) as refunded_minor, requests.refunded_at, amends.*,
    notice.sent_at as delay_notified_at,
    case when not j.valid or j.promised_on is null or j.delivered_on <= j.promised_on then null
      when notice.sent_at is null then false when contacts.first_contact_at is null then true else notice.sent_at < contacts.first_contact_at end as delay_notified_first,
    j.s1 + j.s2 > 0 or requests.quality_returns > 0 or contacts.complaints_count > 0 as negative_feedback,
    delivery.cost_minor as delivery_cost_minor, (select sum(minor) from (values (contacts.cost_minor), (requests.cost_minor)) costs(minor)) as service_cost_minor,
    touches.first_touch_at, case when touches.known then touches.reviews_read end as reviews_read, tier.tier_to as tier,
    case when exists (select from core.calendar_events k where k.shop = j.shop and k.kind in ('promotion', 'holiday') and k.starts_on <= j.ordered_on and coalesce(k.ends_on, k.starts_on) >= j.ordered_on) then 'peak' else 'normal' end as peak,
    bought.days as valid_days
  from judged j
  left join lateral (
    select * from core.shipments p where p.customer_id = j.customer_id and p.order_id = j.order_id and p.deleted_at is null
    order by coalesce(p.delivered_at, 'infinity') desc, coalesce(p.handed_over_at, 'infinity') desc, p.external_id collate "C" desc limit 1) last on true
  cross join lateral (select sum(cost_minor) as cost_minor from core.shipments p where p.customer_id = j.customer_id and p.order_id = j.order_id and p.deleted_at is null) delivery
  cross join lateral (
    select max(case when outcome <> 'failed' and kind <> 'cash_on_delivery' then paid_at end) as paid_at, count(*) as payment_attempts, coalesce(sum((outcome = 'failed')::int), 0) as payment_failures,
      count(charged_back_at) > 0 as charged_back, min(case when outcome <> 'failed' and kind = 'deposit' then paid_at end) as deposit_paid_at,
      min(case when outcome <> 'failed' and kind = 'balance' then paid_at end) as balance_paid_at
    from core.payments p where p.customer_id = j.customer_id and p.order_id = j.order_id and p.deleted_at is null) paying
  cross join lateral (
    select coalesce(sum(quantity), 0) as units, count(picked_right) as items_checked, coalesce(sum((not picked_right)::int), 0) as items_mispicked
    from core.order_items i where i.customer_id = j.customer_id and i.order_id = j.order_id and i.deleted_at is null) goods
  cross join lateral (
    select min(t.occurred_at) as first_scan_at, min(case when t.kind in ('attempt_failed', 'delivered') then t.occurred_at end) as first_attempt_at,
      coalesce(bool_or(t.kind = 'damaged'), false) as damaged, coalesce(bool_or(t.kind = 'lost'), false) or exists (
        select from core.shipments p where p.customer_id = j.customer_id and p.order_id = j.order_id and p.deleted_at is null and p.outcome = 'lost') as lost
    from core.shipments p join core.tracking_events t on t.customer_id = p.customer_id and t.shipment_id = p.id
    where p.customer_id = j.customer_id and p.order_id = j.order_id and p.deleted_at is null and t.deleted_at is null) scans
  cross join lateral (
    select min(opened_at) as first_contact_at, count(*) as cases_count, count(case when topic = 'where_is_my_order' then 1 end) as wismo_count,
      count(case when case_type = 'complaint' then 1 end) as complaints_count, min(case when case_type = 'complaint' then opened_at end) as first_complaint_at,
      sum(csat) as csat_sum, count(csat) as csat_count, sum(cost_minor) as cost_minor
    from core.service_cases e where e.customer_id = j.customer_id and e.order_id = j.order_id and e.deleted_at is null) contacts
  cross join lateral (
    select sum(score) as csat_sum, count(score) as csat_count from core.surveys v
    where v.customer_id = j.customer_id and v.order_id = j.order_id and v.deleted_at is null and v.kind = 'csat' and v.answered_at is not null) surveys
  left join lateral (
    select score from core.surveys v
    where v.customer_id = j.customer_id and v.order_id = j.order_id and v.deleted_at is null and v.kind = 'nps' and v.answered_at is not null and v.score is not null
    order by v.answered_at desc, v.external_id collate "C" desc limit 1) nps on true
  cross join lateral (
    select count(case when status <> 'canceled' then 1 end) as returns_count, sum(case when kind = 'return' and status <> 'canceled' and status <> 'rejected' then units end) as returned_units,
      count(case when status <> 'canceled' and reason = any ('{quality,not_as_described,wrong_item,counterfeit}') then 1 end) as quality_returns,
      sum(case when refunded_at is not null then amount_minor end) as refunded_minor, max(refunded_at) as refunded_at, sum(cost_minor) as cost_minor
    from core.returns r where r.customer_id = j.customer_id and r.order_id = j.order_id and r.deleted_at is null) requests
  left join lateral (
    select * from core.returns r where r.customer_id = j.customer_id and r.order_id = j.order_id and r.deleted_at is null and r.status <> 'canceled'
    order by requested_at, external_id collate "C" limit 1) first_request on true
  cross join lateral (
    select count(*) as compensations_count, coalesce(sum(amount_minor), 0) as compensated_minor, min(granted_at) as first_compensated_at
    from core.compensations x where x.customer_id = j.customer_id and x.order_id = j.order_id and x.deleted_at is null) amends
  left join lateral (
    select sent_at from core.messages g where g.customer_id = j.customer_id and g.order_id = j.order_id and g.deleted_at is null and g.kind = 'delay_notice' order by sent_at limit 1) notice on true
  cross join lateral (
    select count(*) > 0 as known, min(case when occurred_at >= j.ordered_at - interval '720 hours' then occurred_at end) as first_touch_at,
      count(case when kind = 'review_view' and occurred_at >= j.ordered_at - interval '720 hours' then 1 end) > 0 as reviews_read
    from core.touchpoints t where t.customer_id = j.customer_id and t.occurred_at <= j.ordered_at and t.deleted_at is null) touches
  left join lateral (
    select tier_to from core.loyalty_events l where l.customer_id = j.customer_id and l.deleted_at is null and l.tier_to is not null and l.occurred_at <= j.ordered_at
    order by l.occurred_at desc, l.external_id collate "C" desc limit 1) tier on true
  cross join lateral (
    select array(select distinct x.ordered_on from core.orders x
      where x.customer_id = j.customer_id and x.deleted_at is null and x.status not in ('canceled', 'unavailable') and x.ordered_on <= j.ordered_on order by 1) as days) bought
),
-- The order's failures, one row each.
suffered as (
  select customer_id, order_id, 'late' as failure from judged where lateness = 'late'
  union select customer_id, order_id, 'damaged' from told where damaged
  union select customer_id, order_id, 'lost' from told where lost
  union select customer_id, order_id, 'wrong_item' from told where items_mispicked > 0
  union select customer_id, order_id, reason from core.returns where deleted_at is null and status not in ('canceled', 'rejected') and reason in ('damaged', 'not_as_described', 'quality', 'wrong_item')
  union select customer_id, order_id, topic from core.service_cases where deleted_at is null and case_type = 'complaint' and topic in ('damaged', 'lost', 'not_as_described', 'quality', 'wrong_item')
),
failure_lists as materialized (
  select f.order_id, array_agg(f.failure order by f.failure collate "C") as failures,
    count(case when exists (select from core.compensations x where x.customer_id = f.customer_id and x.order_id = f.order_id and x.failure = f.failure and x.deleted_at is null) then 1 end) as compensated_failures
  from suffered f where f.order_id is not null group by 1
),
-- Loyal on a day: three valid order days or more in the 365 before, and since the last one no more than twice the mean gap (multiplied out).
loyalties as materialized (
  select j.order_id,
    case when e.n = 0 then 'new' when e.n > 2 and e.days[e.n - 2] + 365 >= j.ordered_on and (j.ordered_on - e.days[e.n]) * (e.n - 1) <= 2 * (e.days[e.n] - e.days[1]) then 'loyal' else 'occasional' end as loyalty,
    case when j.valid_first_of_day and u.n > 2 and u.days[u.n - 2] > j.ordered_on - 365
      then least(u.days[u.n - 2] + 364, j.ordered_on + floor(2.0 * (j.ordered_on - u.days[1]) / (u.n - 1))::int) end as loyal_until
  from judged j
  join told t on t.order_id = j.order_id
  cross join lateral (select t.valid_days as days, cardinality(t.valid_days) as n) u
  cross join lateral (select array_remove(t.valid_days, j.ordered_on) as days, cardinality(array_remove(t.valid_days, j.ordered_on)) as n) e
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
    t.first_touch_at, t.reviews_read, t.tier, l.loyalty, l.loyal_until, t.peak
  from judged j
  join told t on t.order_id = j.order_id
  join loyalties l on l.order_id = j.order_id
  left join failure_lists f on f.order_id = j.order_id
  left join code_lists c on c.order_id = j.order_id and c.dimension = 'CATEGORY'
  left join code_lists m on m.order_id = j.order_id and m.dimension = 'MERCHANT'
  left join code_lists p on p.order_id = j.order_id and p.dimension = 'PAYMENT_METHOD'
)
