-- Which policy holds for a case: the one it names, else the most particular of those that fit.
promised_cases as materialized (
  select e.*, s.zone, date_trunc('second', e.opened_at at time zone s.zone) as opened_local, date_trunc('second', e.first_response_at at time zone s.zone) as answered_local,
    date_trunc('second', e.resolved_at at time zone s.zone) as resolved_local, y.code as policy_code, y.first_response_seconds, y.resolution_seconds, coalesce(y.business_clock, false) as business_clock,
    coalesce(y.opens_at, '09:00') as opens_at, coalesce(y.closes_at, '21:00') as closes_at
  from core.service_cases e
  join core.shops s on s.shop = e.shop
  left join lateral (
    select * from core.sla_policies y
    where y.shop = e.shop and case when e.sla_code is not null then y.code = e.sla_code
      else coalesce(y.channel, '') in ('', e.channel) and coalesce(y.case_type, '') in ('', e.case_type) end
    order by case when y.channel <> '' then 2 else 0 end + case when y.case_type <> '' then 1 else 0 end desc, y.code collate "C" limit 1) y on true
  where e.deleted_at is null
),
-- Open hours counted day by day: what of [opened, moment) falls into each day's opening.
open_time as materialized (
  select e.id, m.what, sum(greatest(extract(epoch from least(m.moment, d.day + e.closes_at) - greatest(e.opened_local, d.day + e.opens_at)), 0))::bigint as seconds
  from promised_cases e
  cross join lateral (values ('response', e.answered_local), ('resolution', e.resolved_local)) m(what, moment)
  cross join lateral (
    select e.opened_local::date + n as day from generate_series(0, m.moment::date - e.opened_local::date) n) d
  where m.moment is not null and e.opens_at < e.closes_at group by 1, 2
  union all
  select e.id, m.what, extract(epoch from m.moment - e.opened_local)::bigint
  from promised_cases e cross join lateral (values ('response', e.answered_local), ('resolution', e.resolved_local)) m(what, moment)
  where m.moment is not null and e.opens_at >= e.closes_at
),
-- When a promise on the business clock runs out: the day on which the open hours since the opening of the first day reach it.
budgets as materialized (
  select e.id, p.what, e.zone, e.opened_local::date as first_day, e.opens_at, extract(epoch from e.closes_at - e.opens_at)::bigint as day_seconds,
    p.seconds + extract(epoch from least(greatest(e.opened_local::time, e.opens_at), e.closes_at) - e.opens_at)::bigint as seconds
  from promised_cases e
  cross join lateral (values ('response', e.first_response_seconds), ('resolution', e.resolution_seconds)) p(what, seconds)
  where p.seconds > 0 and e.business_clock and e.opens_at < e.closes_at
),
promise_ends as materialized (
  select id, what, (first_day + (ceil(seconds::numeric / day_seconds)::int - 1) + opens_at + make_interval(secs => seconds - (ceil(seconds::numeric / day_seconds) - 1) * day_seconds)) at time zone zone as due_at
  from budgets
  union all
  select e.id, p.what, case when e.business_clock then (e.opened_local + make_interval(secs => p.seconds)) at time zone e.zone else e.opened_at + make_interval(secs => p.seconds) end
  from promised_cases e cross join lateral (values ('response', e.first_response_seconds), ('resolution', e.resolution_seconds)) p(what, seconds)
  where p.seconds > 0 and not (e.business_clock and e.opens_at < e.closes_at)
),
expected_case_sequels as (
  select e.customer_id, e.id as case_id, e.shop, coalesce(e.sla_code, e.policy_code) as sla_code,
    coalesce(e.response_due_at, rd.due_at) as response_due_at,
    coalesce(e.resolution_due_at, sd.due_at) as resolution_due_at,
    case when e.first_response_at is not null then coalesce(ro.seconds, 0) end as first_response_business_seconds,
    case when e.resolved_at is not null then coalesce(so.seconds, 0) end as resolution_business_seconds,
    (select n.opened_at from core.service_cases n
     where n.customer_id = e.customer_id and n.deleted_at is null and (n.opened_at, n.external_id collate "C") > (e.opened_at, e.external_id collate "C")
       and case when e.order_id is not null then n.order_id = e.order_id else n.order_id is null and n.topic = e.topic end
     order by n.opened_at limit 1) as repeat_contact_at,
    (select n.opened_at from core.service_cases n
     where e.case_type = 'complaint' and n.case_type = 'complaint' and n.customer_id = e.customer_id and n.deleted_at is null and n.topic = e.topic
       and (n.opened_at, n.external_id collate "C") > (e.opened_at, e.external_id collate "C") order by n.opened_at limit 1) as recurred_at,
    (select min(o.ordered_at) from core.orders o
     where o.customer_id = e.customer_id and o.deleted_at is null and o.status not in ('canceled', 'unavailable') and o.ordered_at > e.opened_at) as ordered_next_at,
    (select min(r.referred_at) from core.referrals r where r.customer_id = e.customer_id and r.deleted_at is null and (r.case_id = e.id or r.referred_at > e.opened_at)) as referred_at,
    (select v.score from core.surveys v where v.customer_id = e.customer_id and v.case_id = e.id and v.deleted_at is null and v.kind = 'csat' and v.answered_at is not null and v.score is not null
     order by v.answered_at desc, v.external_id collate "C" desc limit 1) as survey_csat,
    (select count(*) from core.case_events t where t.customer_id = e.customer_id and t.case_id = e.id and t.deleted_at is null and t.kind = 'bot_reply') as bot_replies,
    (select count(*) from core.case_events t where t.customer_id = e.customer_id and t.case_id = e.id and t.deleted_at is null and t.kind = 'customer_message') as customer_messages,
    (select coalesce(sum(amount_minor), 0) from core.compensations x where x.customer_id = e.customer_id and x.case_id = e.id and x.deleted_at is null) as compensated_minor
  from promised_cases e
  left join promise_ends rd on rd.id = e.id and rd.what = 'response'
  left join promise_ends sd on sd.id = e.id and sd.what = 'resolution'
  left join open_time ro on ro.id = e.id and ro.what = 'response'
  left join open_time so on so.id = e.id and so.what = 'resolution'
)
