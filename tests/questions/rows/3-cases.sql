-- Seconds of [a, b) in which a desk is open, added up day by day.
create function asked.open_seconds(a timestamp, b timestamp, opens time, closes time) returns numeric language sql immutable as $$
  select case when closes <= opens then extract(epoch from b - a) else coalesce(sum(greatest(0, extract(epoch from least(b, d::date + closes) - greatest(a, d::date + opens)))), 0) end
  from generate_series(a::date, b::date, interval '1 day') d $$;
-- When a desk has been open for so many seconds since a moment: on the first day that brings it there.
create function asked.after_open_seconds(a timestamp, wanted integer, opens time, closes time) returns timestamp language sql immutable as $$
  select case when closes <= opens then a + make_interval(secs => wanted) else (
    select greatest(a, d::date + opens) + make_interval(secs => (wanted - asked.open_seconds(a, d::date::timestamp, opens, closes))::double precision)
    from generate_series(a::date, a::date + 60, interval '1 day') d
    where asked.open_seconds(a, d::date + 1, opens, closes) >= wanted order by d limit 1) end $$;

create table asked.cases as
select e.id as case_id, e.customer_id, e.order_id, e.shop, c.identified, s.zone, s.as_of, e.case_type, e.phase, e.channel, e.topic, e.cause, e.severity::text as severity, e.handled_by, e.agent_code as agent, e.team,
  o.ordered_on, o.region, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, o.carrier, o.station, o.origin, coalesce(o.failures, '{}') as failures,
  p.external_id as product, coalesce(p.category_code, case when cardinality(o.categories) = 1 then o.categories[1] end) as category, case when cardinality(o.merchants) = 1 then o.merchants[1] end as merchant,
  e.opened_at, e.opened_on, to_char(e.opened_at at time zone s.zone, 'FMHH24') as hour, to_char(e.opened_at at time zone s.zone, 'ID') as weekday,
  e.first_response_at, (e.first_response_at at time zone s.zone)::date as responded_on, e.resolved_at, e.resolved_on, e.handed_over_at, e.human_joined_at, e.transfers, e.replies, e.reopens,
  e.call_answered, e.waited_seconds, e.sla_kept, e.tone_start, e.tone_end, e.flow_followed, e.escalated_to, e.satisfied_with_outcome, e.call_back_promised_at, e.called_back_at,
  (e.call_back_promised_at at time zone s.zone)::date as call_back_on, e.cost_minor,
  coalesce(e.csat, v.score) as csat, case when e.csat is not null then coalesce((e.csat_at at time zone s.zone)::date, e.resolved_on, e.opened_on) else v.answered_on end as rated_on,
  coalesce(e.response_due_at, case when k.first_response_seconds > 0 then case when k.business_clock
    then asked.after_open_seconds(e.opened_at at time zone s.zone, k.first_response_seconds, k.opens_at, k.closes_at) at time zone s.zone else e.opened_at + make_interval(secs => k.first_response_seconds) end end) as response_due_at,
  coalesce(e.resolution_due_at, case when k.resolution_seconds > 0 then case when k.business_clock
    then asked.after_open_seconds(e.opened_at at time zone s.zone, k.resolution_seconds, k.opens_at, k.closes_at) at time zone s.zone else e.opened_at + make_interval(secs => k.resolution_seconds) end end) as resolution_due_at,
  asked.open_seconds(e.opened_at at time zone s.zone, e.first_response_at at time zone s.zone, coalesce(k.opens_at, '09:00'), coalesce(k.closes_at, '21:00')) as response_open_seconds,
  asked.open_seconds(e.opened_at at time zone s.zone, e.resolved_at at time zone s.zone, coalesce(k.opens_at, '09:00'), coalesce(k.closes_at, '21:00')) as resolution_open_seconds,
  -- the same matter: the same order, or where neither names one the same topic
  (select min(b.opened_at) from core.service_cases b where b.customer_id = e.customer_id and b.id <> e.id and b.deleted_at is null and b.opened_at > e.opened_at
    and (b.order_id = e.order_id or e.order_id is null and b.order_id is null and b.topic = e.topic)) as came_back_at,
  (select min(b.opened_at) from core.service_cases b where b.customer_id = e.customer_id and b.deleted_at is null and b.opened_at > e.opened_at and b.case_type = 'complaint' and b.topic = e.topic) as recurred_at,
  (select min(b.ordered_on) from asked.orders b where b.customer_id = e.customer_id and b.valid and b.ordered_at > e.opened_at) as ordered_on_next,
  (select min(r.referred_on) from core.referrals r where r.customer_id = e.customer_id and r.deleted_at is null and (r.referred_at > e.opened_at or r.case_id = e.id)) as referred_on_next,
  e.order_id is not null and not exists (select from core.service_cases b where b.customer_id = e.customer_id and b.order_id = e.order_id and b.deleted_at is null
    and (b.opened_at, b.external_id collate "C") < (e.opened_at, e.external_id collate "C")) as first_of_order,
  e.order_id is not null and e.case_type <> 'enquiry' and not exists (select from core.service_cases b where b.customer_id = e.customer_id and b.order_id = e.order_id and b.topic = e.topic and b.case_type <> 'enquiry'
    and b.deleted_at is null and (b.opened_at, b.external_id collate "C") < (e.opened_at, e.external_id collate "C")) as first_claim,
  coalesce(o.at_platform, false) as order_at_platform
from core.service_cases e
join core.shops s on s.shop = e.shop
join core.customers c on c.customer_id = e.customer_id
left join asked.orders o on o.customer_id = e.customer_id and o.id = e.order_id
left join core.products p on p.id = e.product_id
left join lateral (select a.* from core.sla_policies a where a.shop = e.shop and (e.sla_code is null and coalesce(a.channel, e.channel) = e.channel and coalesce(a.case_type, e.case_type) = e.case_type or a.code = e.sla_code)
  order by (a.channel is not null)::int * 2 + (a.case_type is not null)::int desc, a.code limit 1) k on true
left join lateral (select v.score, v.answered_on from core.surveys v where v.customer_id = e.customer_id and v.case_id = e.id and v.kind = 'csat' and v.score is not null and v.deleted_at is null
  order by v.answered_at desc limit 1) v on true
where e.deleted_at is null;
alter table asked.cases add column response_due_on date, add column resolution_due_on date;
update asked.cases set response_due_on = (response_due_at at time zone zone)::date, resolution_due_on = (resolution_due_at at time zone zone)::date;

-- Replies by humans that somebody waited for: since the last answer, by whomever, the customer wrote or was promised a human.
create table asked.replies as
select t.id as reply_id, t.customer_id, t.shop, e.channel, e.topic, e.case_type, e.phase, t.agent_code as agent, e.team, e.handled_by, (t.occurred_at at time zone s.zone)::date as replied_on,
  (select min(q.occurred_at) from core.case_events q where q.customer_id = t.customer_id and q.case_id = t.case_id and q.deleted_at is null and q.kind in ('opened', 'customer_message', 'handed_over')
    and q.occurred_at <= t.occurred_at and q.occurred_at > coalesce((select max(b.occurred_at) from core.case_events b where b.customer_id = t.customer_id and b.case_id = t.case_id and b.deleted_at is null
      and b.kind in ('agent_reply', 'bot_reply') and (b.occurred_at, b.id) < (t.occurred_at, t.id)), '-infinity')) as asked_at, t.occurred_at as replied_at
from core.case_events t
join core.shops s on s.shop = t.shop
join core.service_cases e on e.customer_id = t.customer_id and e.id = t.case_id and e.deleted_at is null
where t.kind = 'agent_reply' and t.deleted_at is null;
