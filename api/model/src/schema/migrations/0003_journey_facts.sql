-- Facts derived from core: what metrics count. A table where children are put together (made anew for affected customers in the publishing
-- transaction), a view where a row of core and its order already say everything.
-- Nothing stored depends on "today": a boolean that is decided by a day to come is null in its view until that day is complete
-- (core.shops.as_of has reached it), for everyone alike, so that quick answers are not counted before slow ones.
-- Durations are whole seconds of elapsed time; a day is the shop's day. Views join the order, product and customer by left joins on their keys:
-- what a query does not ask for is not joined.

-- ── clocks ─────────────────────────────────────────────────────────────────────────────────────────
-- Whole seconds a desk has been open since 2000-01-01 at a moment of the shop's wall clock. A desk that closes no later than it opens never closes.
create function journey.desk_seconds(local timestamp, opens time, closes time) returns bigint
  language sql immutable parallel safe
  return case when closes <= opens then floor(extract(epoch from local - timestamp '2000-01-01'))::bigint
    else (local::date - date '2000-01-01') * extract(epoch from closes - opens)::bigint
      + floor(extract(epoch from least(greatest(local::time, opens), closes) - opens))::bigint end;

-- The wall-clock moment at which the desk has been open for so many seconds; the inverse of desk_seconds.
create function journey.desk_moment(seconds bigint, opens time, closes time) returns timestamp
  language sql immutable parallel safe
  return case when closes <= opens then timestamp '2000-01-01' + make_interval(secs => seconds)
    else date '2000-01-01' + ((seconds - 1) / extract(epoch from closes - opens)::bigint)::integer + opens
      + make_interval(secs => 1 + (seconds - 1) % extract(epoch from closes - opens)::bigint) end;

-- ── the order ──────────────────────────────────────────────────────────────────────────────────────
-- Existing columns: a failed payment attempt is not money, so payments_count, paid_minor and payment_methods leave it out.
alter table journey.order_journey
  add column service_level text,                 -- same_day | next_day | standard | slot: as ordered, else as the parcel that came last has it; null: not said
  add column origin text,                        -- traffic source of the visit it came from; null: not known
  add column carrier_code text,                  -- of the parcel that came last (one still on its way comes later than any that arrived); null: no parcel or not said
  add column station_code text,                  -- of the same parcel
  add column delivery_option text,               -- of the same parcel: door | locker | station | installation
  add column cancel_cause text,                  -- customer | out_of_stock | unpaid | refused | fraud; null: not canceled or not said
  add column canceled_at timestamptz,
  add column paid_at timestamptz,                -- the last successful payment other than cash on delivery: from then on it could be shipped; null: none with a time
  add column payment_attempts integer not null default 0, -- payments tried, successful or not
  add column payment_failures integer not null default 0,
  add column charged_back boolean not null default false,
  add column deposit_paid_at timestamptz,        -- first successful deposit; null: none
  add column balance_paid_at timestamptz,        -- first successful balance; null: none
  add column units integer not null default 0,   -- Σ quantity
  add column items_checked integer not null default 0,    -- lines of which it is known whether they were picked right
  add column items_mispicked integer not null default 0,  -- of those, the wrong ones
  add column first_scan_at timestamptz,          -- first scan of its parcels; null: no scan
  add column first_attempt_at timestamptz,       -- first delivery attempt by scan, failed or not; null: none
  add column damaged boolean not null default false,      -- a parcel was scanned as damaged
  add column lost boolean not null default false,         -- a parcel was scanned or declared as lost
  add column first_contact_at timestamptz,       -- first service case about it; null: none
  add column cases_count integer not null default 0,
  add column wismo_count integer not null default 0,      -- cases that ask where the order is
  add column complaints_count integer not null default 0,
  add column first_complaint_at timestamptz,
  add column csat_sum integer not null default 0,         -- Σ of answered CSAT (1–5): surveys about the order, and its cases
  add column csat_count integer not null default 0,
  add column nps_score smallint,                 -- 0–10, the latest answered NPS survey about the order; null: none answered
  add column returns_count integer not null default 0,    -- requests of any kind that were not canceled
  add column first_return_at timestamptz,        -- first such request
  add column returned_units integer not null default 0,   -- units of requests of kind return that were not canceled or rejected
  add column quality_returns integer not null default 0,  -- requests for quality | not_as_described | wrong_item | counterfeit
  add column first_return_reason text,           -- of the first request (a rule counts first requests only); null: none
  add column refunded_minor bigint not null default 0,    -- money that has arrived
  add column refunded_at timestamptz,            -- when the last of it arrived; null: none
  add column compensations_count integer not null default 0,
  add column compensated_minor bigint not null default 0,
  add column first_compensated_at timestamptz,
  add column delay_notified_at timestamptz,      -- the first delay notice sent; null: none
  add column delay_notified_first boolean,       -- sent before the customer's first contact about it; null: promise kept, none given, or order not valid. Not delivered counts as late: use the due clock
  add column failures text[] not null default '{}',       -- distinct, sorted: damaged | late | lost | not_as_described | quality | wrong_item, by scans, picking, promise, returns and complaints
  add column compensated_failures integer not null default 0, -- how many of them were compensated by name
  add column negative_feedback boolean not null default false, -- a review of at most 2 stars, a request for quality reasons, or a complaint
  add column delivery_cost_minor bigint,         -- Σ cost of its parcels; null: none is known
  add column service_cost_minor bigint,          -- Σ cost of its cases and returns; null: none is known
  add column first_touch_at timestamptz,         -- the customer's first touch in the 30 days before it; null: none known
  add column reviews_read boolean,               -- the customer looked at reviews in the 30 days before it; null: no touch of this customer is known before it
  add column tier text,                          -- membership tier when it was placed; null: no member
  add column loyalty text not null default 'new', -- new: no valid order day before it | loyal: ≥ 3 valid order days in the 365 days before it, the last within 2 × the customer's mean gap so far | occasional
  add column loyal_until date,                   -- only where valid_first_of_day and the customer is loyal at the end of that day: the last day loyalty lasts without another order
  add column peak text not null default 'normal'; -- peak: within a promotion or holiday of the calendar | normal

-- One row an order, with what counts as a defect of it besides its own columns.
create view journey.order_defects as
select o.*, coalesce(o.cancel_cause in ('out_of_stock', 'fraud'), false) or o.status = 'unavailable' as canceled_by_seller, -- not asked for by the customer
  o.score_counts[1] + o.score_counts[2] > 0 as negative_review,
  -- the platform was called in, by a return or a case; and decided for the customer, so the seller had not settled it
  exists (select from core.returns r where r.customer_id = o.customer_id and r.order_id = o.order_id and r.stepped_in_at is not null and r.deleted_at is null)
    or exists (select from core.service_cases e where e.customer_id = o.customer_id and e.order_id = o.order_id and (e.channel = 'platform' or e.escalated_to = 'platform') and e.deleted_at is null) as at_platform,
  exists (select from core.returns r where r.customer_id = o.customer_id and r.order_id = o.order_id and r.decided_for = 'customer' and r.deleted_at is null) as lost_at_platform
from journey.order_journey o;

-- One row a known customer and day with a valid order.
create view journey.buying_days as
select o.customer_id, o.order_id, o.shop, o.identified, o.ordered_on, o.valid_prev_on, o.valid_next_on, o.region_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak,
  o.lateness, o.origin, o.failures, o.categories, o.merchants,
  o.valid_prev_on is not null as returning,      -- an earlier valid order day
  o.ordered_on - o.valid_prev_on as days_since_previous,
  case when o.ordered_on + 90 <= s.as_of then coalesce(o.valid_next_on <= o.ordered_on + 90, false) end as back_within_90d, -- null until 90 days are over
  case when o.ordered_on + 90 <= s.as_of then exists (select from core.referrals r
    where r.customer_id = o.customer_id and r.referred_on between o.ordered_on and o.ordered_on + 90 and r.deleted_at is null) end as referred_within_90d
from journey.order_journey o
join core.shops s on s.shop = o.shop
where o.identified and o.valid_first_of_day;

-- ── the parcel ─────────────────────────────────────────────────────────────────────────────────────
-- What the scans of a parcel say together; a parcel without scans has no row.
create table journey.parcel_scans (
  customer_id uuid not null,
  shipment_id uuid not null,
  order_id uuid not null,
  shop text not null,
  scans integer not null,
  first_scan_at timestamptz not null,
  last_scan_at timestamptz not null,
  out_for_delivery_at timestamptz,
  first_attempt_at timestamptz,                  -- first attempt_failed or delivered scan
  attempts integer not null,                     -- failed ones and the delivery
  first_attempt_succeeded boolean,               -- null: no attempt yet
  hubs integer not null,                         -- distinct stations it arrived at
  longest_silence_seconds bigint not null,       -- between two scans that follow each other, by when they happened; 0 with one scan
  scan_lag_seconds bigint not null,              -- Σ (recorded − happened), never negative each, over the scans that have both
  scan_lag_scans integer not null,               -- how many those are
  damaged boolean not null,
  lost boolean not null,
  delayed boolean not null,                      -- scanned as delayed
  returned boolean not null,
  ended boolean not null,                        -- scanned as delivered, lost or returned: no further scan is awaited
  primary key (customer_id, shipment_id)
);
create index on journey.parcel_scans (customer_id, order_id);

-- One row a parcel.
create view journey.parcel_journey as
select p.customer_id, p.id as parcel_id, p.order_id, p.shop, coalesce(c.identified, false) as identified, p.external_id, p.waybill,
  o.ordered_on, o.valid,
  o.region_code, p.carrier_code, p.station_code, coalesce(p.service_level, o.service_level) as service_level, p.delivery_option, p.protection, p.packaging,
  o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, coalesce(o.categories, '{}') as categories, coalesce(o.merchants, '{}') as merchants,
  p.promise_rule, p.inspected, p.outcome,        -- outcome: lost | returned | refused | null
  coalesce(o.paid_at, o.approved_at, o.ordered_at) as pickup_from_at, -- payment; where no payment has a time, approval, else the order
  p.handed_over_at, k.first_scan_at, k.last_scan_at, k.out_for_delivery_at, coalesce(k.first_attempt_at, p.delivered_at) as first_attempt_at,
  (coalesce(k.first_scan_at, p.handed_over_at) at time zone s.zone)::date as picked_up_on, -- day of the first scan, else of the hand-over; null: not picked up
  (coalesce(k.first_attempt_at, p.delivered_at) at time zone s.zone)::date as first_attempt_on,
  p.delivered_at, p.delivered_on, p.promised_at,
  coalesce((p.promised_at at time zone s.zone)::date, o.promised_on) as due_on, -- the promised day; null: nothing promised
  -- delivered by the promised moment (else day); undelivered, lost and returned ones broke it. null until due_on is complete, without a promise, and for orders that are not valid
  case when not o.valid or coalesce((p.promised_at at time zone s.zone)::date, o.promised_on) is null
      or coalesce((p.promised_at at time zone s.zone)::date, o.promised_on) > s.as_of then null
    when p.promised_at is not null then coalesce(p.delivered_at <= p.promised_at, false)
    else coalesce(p.delivered_on <= o.promised_on, false) end as on_time,
  -- the first attempt came by the promised moment (else day); null: no attempt known, or nothing promised
  case when coalesce(k.first_attempt_at, p.delivered_at) is null then null when p.promised_at is not null then coalesce(k.first_attempt_at, p.delivered_at) <= p.promised_at
    else (coalesce(k.first_attempt_at, p.delivered_at) at time zone s.zone)::date <= o.promised_on end as attempt_on_time,
  extract(epoch from p.delivered_at - p.promised_at)::bigint as delay_seconds, -- negative: early; null: no promised moment or not delivered
  extract(epoch from coalesce(k.first_scan_at, p.handed_over_at) - coalesce(o.paid_at, o.approved_at, o.ordered_at))::bigint as pickup_seconds, -- payment → first scan (else hand-over); null: not picked up
  ((coalesce(o.paid_at, o.approved_at, o.ordered_at) + interval '24 hours') at time zone s.zone)::date as pickup_24h_due_on,
  ((coalesce(o.paid_at, o.approved_at, o.ordered_at) + interval '48 hours') at time zone s.zone)::date as pickup_48h_due_on,
  case when ((coalesce(o.paid_at, o.approved_at, o.ordered_at) + interval '24 hours') at time zone s.zone)::date <= s.as_of and o.valid
    then coalesce(coalesce(k.first_scan_at, p.handed_over_at) <= coalesce(o.paid_at, o.approved_at, o.ordered_at) + interval '24 hours', false) end as picked_up_24h, -- null until over, and for orders that are not valid
  case when ((coalesce(o.paid_at, o.approved_at, o.ordered_at) + interval '48 hours') at time zone s.zone)::date <= s.as_of and o.valid
    then coalesce(coalesce(k.first_scan_at, p.handed_over_at) <= coalesce(o.paid_at, o.approved_at, o.ordered_at) + interval '48 hours', false) end as picked_up_48h,
  extract(epoch from p.delivered_at - coalesce(k.first_scan_at, p.handed_over_at))::bigint as transit_seconds, -- first scan (else hand-over) → delivered
  extract(epoch from p.delivered_at - coalesce(o.paid_at, o.approved_at, o.ordered_at))::bigint as paid_to_delivered_seconds,
  extract(epoch from p.delivered_at - o.ordered_at)::bigint as ordered_to_delivered_seconds,
  case when k.out_for_delivery_at is not null then extract(epoch from p.delivered_at - k.out_for_delivery_at)::bigint end as last_mile_seconds,
  coalesce(k.attempts, 0) as attempts,           -- by scan
  k.first_attempt_succeeded,                     -- null: no attempt known
  coalesce(k.scans, 0) as scans, coalesce(k.hubs, 0) as hubs,
  p.waybill is not null and k.scans is not null as tracked, -- a waybill and at least one scan
  -- the longest silence between scans; of a parcel under way the one that still lasts too, up to the end of the shop's last day. null: no scan
  case when k.ended or p.delivered_at is not null or p.outcome is not null then k.longest_silence_seconds
    else greatest(k.longest_silence_seconds, extract(epoch from (s.as_of + 1)::timestamp at time zone s.zone - k.last_scan_at)::bigint) end as longest_silence_seconds,
  coalesce(k.scan_lag_seconds, 0) as scan_lag_seconds, coalesce(k.scan_lag_scans, 0) as scan_lag_scans, -- Σ seconds until customers could see a scan, over so many scans
  coalesce(k.damaged, false) as damaged, coalesce(k.lost, false) or coalesce(p.outcome = 'lost', false) as lost, coalesce(k.delayed, false) as delayed,
  coalesce(k.returned, false) or coalesce(p.outcome = 'returned', false) as returned, coalesce(p.outcome = 'refused', false) as refused,
  coalesce(k.damaged or k.lost or k.delayed or k.returned or not k.first_attempt_succeeded, false) or coalesce(p.outcome in ('lost', 'returned'), false) as exception, -- any scan that says something went wrong
  p.slot_from, p.slot_to, (p.slot_to at time zone s.zone)::date as slot_due_on,
  case when (p.slot_to at time zone s.zone)::date <= s.as_of and o.valid then coalesce(p.delivered_at between p.slot_from and p.slot_to, false) end as slot_kept, -- null: no slot or its day is not over
  p.cost_minor, o.currency,
  o.wismo_count, o.complaints_count              -- of its order
from core.shipments p
join core.shops s on s.shop = p.shop
left join journey.order_journey o on o.customer_id = p.customer_id and o.order_id = p.order_id
left join journey.parcel_scans k on k.customer_id = p.customer_id and k.shipment_id = p.id
left join core.customers c on c.customer_id = p.customer_id
where p.deleted_at is null;

-- ── the service case ───────────────────────────────────────────────────────────────────────────────
-- What a case was promised and what followed it.
create table journey.case_sequels (
  customer_id uuid not null,
  case_id uuid not null,
  shop text not null,
  sla_code text,                                 -- the policy: as the source says, else the one for channel and type, channel, type, any (in this order; ties by code); null: none
  response_due_at timestamptz,                   -- as the source says, else by the policy's clock; null: no promise
  resolution_due_at timestamptz,
  first_response_business_seconds bigint,        -- while the desk is open: the policy's hours, else 09:00–21:00 every day; null: no human answered
  resolution_business_seconds bigint,            -- null: not resolved
  repeat_contact_at timestamptz,                 -- the customer's next case on the same matter: the same order, or where neither names one the same topic; null: none
  recurred_at timestamptz,                       -- of a complaint: the customer's next complaint on the same topic; null: none
  ordered_next_at timestamptz,                   -- the customer's next valid order after it was opened; null: none
  referred_at timestamptz,                       -- the customer's first referral after it was opened, or the one that names it; null: none
  survey_csat smallint,                          -- answered CSAT survey about it (the latest); null: none
  bot_replies integer not null,                  -- by its events
  customer_messages integer not null,
  compensated_minor bigint not null,             -- compensations that name it
  primary key (customer_id, case_id)
);
create index on core.service_cases (shop, opened_on);
create index on core.service_cases (shop, resolved_on);

-- One row a case.
create view journey.case_journey as
select e.customer_id, e.id as case_id, e.order_id, e.shop, coalesce(c.identified, false) as identified, e.external_id, e.status,
  e.opened_at, e.opened_on, extract(hour from e.opened_at at time zone s.zone)::smallint as opened_hour, extract(isodow from e.opened_on)::smallint as opened_weekday,
  e.phase, e.channel, e.case_type, e.topic, e.cause, e.severity, e.agent_code, e.team, e.handled_by, q.sla_code, -- handled_by: bot | human | bot_then_human
  o.ordered_on,                                  -- of its order; null: about no order
  o.region_code, o.carrier_code, o.station_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, o.origin, coalesce(o.failures, '{}') as failures, coalesce(o.categories, '{}') as categories, coalesce(o.merchants, '{}') as merchants,
  p.external_id as product_external_id, coalesce(p.category_code, case when cardinality(o.categories) = 1 then o.categories[1] end) as category_code, -- of the product, else the order's only one
  case when cardinality(o.merchants) = 1 then o.merchants[1] end as merchant_external_id, -- the order's only one
  e.case_type = 'complaint' as complaint, coalesce(e.topic = 'where_is_my_order', false) as wismo,
  e.first_response_at, e.resolved_at, e.resolved_on, e.closed_at, (e.closed_at at time zone s.zone)::date as closed_on,
  (e.first_response_at at time zone s.zone)::date as first_response_on,
  extract(epoch from e.first_response_at - e.opened_at)::bigint as first_response_seconds, q.first_response_business_seconds, -- by a human; null: none yet
  extract(epoch from e.resolved_at - e.opened_at)::bigint as resolution_seconds, q.resolution_business_seconds, -- to the last resolution, reopens included; null: not resolved
  q.response_due_at, (q.response_due_at at time zone s.zone)::date as response_due_on, q.resolution_due_at, (q.resolution_due_at at time zone s.zone)::date as resolution_due_on,
  -- null until due, without a promise, and where a bot alone handled it; unanswered is false
  case when e.handled_by is distinct from 'bot' and (q.response_due_at at time zone s.zone)::date <= s.as_of then coalesce(e.first_response_at <= q.response_due_at, false) end as responded_in_time,
  -- as the source says, else by the promise; null until due; unresolved is false
  case when e.sla_kept is not null then e.sla_kept when (q.resolution_due_at at time zone s.zone)::date <= s.as_of then coalesce(e.resolved_at <= q.resolution_due_at, false) end as resolved_in_time,
  case when e.handled_by is distinct from 'bot' and (q.response_due_at at time zone s.zone)::date <= s.as_of then e.first_response_at is null end as unanswered, -- null until due
  -- from the moment a human was asked for (the hand-over, else the opening) to the first answer by one; null: none yet
  greatest(extract(epoch from e.first_response_at - coalesce(e.handed_over_at, e.opened_at))::bigint, 0) as human_response_seconds,
  -- answered by a human within 3 minutes of that moment; within 48 hours of the opening. null until over, and where a bot alone handled it and no human was asked for
  case when (e.handed_over_at is not null or e.handled_by is distinct from 'bot') and ((coalesce(e.handed_over_at, e.opened_at) + interval '3 minutes') at time zone s.zone)::date <= s.as_of
    then coalesce(e.first_response_at <= coalesce(e.handed_over_at, e.opened_at) + interval '3 minutes', false) end as responded_3min,
  case when (e.handed_over_at is not null or e.handled_by is distinct from 'bot') and ((e.opened_at + interval '48 hours') at time zone s.zone)::date <= s.as_of
    then coalesce(e.first_response_at <= e.opened_at + interval '48 hours', false) end as responded_48h,
  e.transfers, e.replies, q.bot_replies, q.customer_messages, e.reopens, e.reopens > 0 as reopened,
  case when e.resolved_at is not null then e.replies <= 1 and e.reopens = 0 end as one_touch, -- null: not resolved
  q.repeat_contact_at,
  case when coalesce(e.resolved_on, e.opened_on) + 7 <= s.as_of then coalesce(q.repeat_contact_at <= coalesce(e.resolved_at, e.opened_at) + interval '168 hours', false) end as repeat_contact_7d, -- null until 7 days after resolution (unresolved: opening) are over
  case when e.resolved_on + 7 <= s.as_of then e.reopens = 0 and not coalesce(q.repeat_contact_at <= e.resolved_at + interval '168 hours', false) end as first_contact_resolved, -- null: not resolved, or its 7 days are not over
  case when e.handled_by in ('bot', 'bot_then_human') then e.handled_by = 'bot' and e.handed_over_at is null end as contained, -- null: no bot took part
  extract(epoch from e.human_joined_at - e.handed_over_at)::bigint as hand_over_wait_seconds, -- null: not handed over, or nobody came
  e.handed_over_at is not null as handed_over, case when e.handed_over_at is not null then e.human_joined_at is not null end as hand_over_answered,
  e.call_answered, e.waited_seconds,             -- phone only; null elsewhere
  coalesce(e.csat, q.survey_csat) as csat,       -- 1–5; null: not answered
  case when e.csat is not null then coalesce((e.csat_at at time zone s.zone)::date, e.resolved_on, e.opened_on)
    else (select max(v.answered_on) from core.surveys v where v.customer_id = e.customer_id and v.case_id = e.id and v.kind = 'csat' and v.score is not null and v.deleted_at is null) end as rated_on, -- the day of csat; null: not answered
  e.tone_start, e.tone_end, e.tone_end - e.tone_start as tone_change, e.flow_followed, e.satisfied_with_outcome,
  e.escalated_to is not null as escalated, e.escalated_to, e.escalated_at,
  -- for counting orders by their cases: the first case about its order (null: about none), and whether the order went to the platform, by any case or return
  case when e.order_id is not null then not exists (select from core.service_cases b where b.customer_id = e.customer_id and b.order_id = e.order_id and b.deleted_at is null
    and (b.opened_at < e.opened_at or (b.opened_at = e.opened_at and b.external_id collate "C" < e.external_id collate "C"))) end as first_of_order,
  case when e.order_id is not null then exists (select from core.service_cases b where b.customer_id = e.customer_id and b.order_id = e.order_id and b.deleted_at is null
      and (b.channel = 'platform' or b.escalated_to = 'platform'))
    or exists (select from core.returns b where b.customer_id = e.customer_id and b.order_id = e.order_id and b.deleted_at is null and b.stepped_in_at is not null) end as order_at_platform,
  -- the first request or complaint of its topic about its order; null: an enquiry, or about no order
  case when e.order_id is not null and e.case_type <> 'enquiry' then not exists (select from core.service_cases b
    where b.customer_id = e.customer_id and b.order_id = e.order_id and b.topic = e.topic and b.case_type <> 'enquiry' and b.deleted_at is null
    and (b.opened_at < e.opened_at or (b.opened_at = e.opened_at and b.external_id collate "C" < e.external_id collate "C"))) end as first_claim,
  q.recurred_at, case when e.case_type = 'complaint' and e.opened_on + 30 <= s.as_of then coalesce(q.recurred_at <= e.opened_at + interval '720 hours', false) end as recurs, -- null: no complaint, or its 30 days are not over
  e.call_back_promised_at, (e.call_back_promised_at at time zone s.zone)::date as call_back_due_on,
  case when (e.call_back_promised_at at time zone s.zone)::date <= s.as_of then coalesce(e.called_back_at <= e.call_back_promised_at, false) end as call_back_kept, -- null: none promised or not due
  case when e.opened_on + 90 <= s.as_of then coalesce((q.ordered_next_at at time zone s.zone)::date <= e.opened_on + 90, false) end as back_within_90d, -- a valid order; null until 90 days are over; open cases included
  case when e.opened_on + 90 <= s.as_of then coalesce((q.referred_at at time zone s.zone)::date <= e.opened_on + 90, false) end as referred_within_90d,
  e.cost_minor, q.compensated_minor
from core.service_cases e
join core.shops s on s.shop = e.shop
left join journey.case_sequels q on q.customer_id = e.customer_id and q.case_id = e.id
left join journey.order_journey o on o.customer_id = e.customer_id and o.order_id = e.order_id
left join core.products p on p.id = e.product_id
left join core.customers c on c.customer_id = e.customer_id
where e.deleted_at is null;

-- One row a human reply that somebody waited for, dated by the reply: from the first unanswered message of the customer (the opening, the hand-over) to it.
-- An answer by the bot ends the wait; a second reply in a row was waited for by nobody.
create view journey.reply_facts as
select t.customer_id, t.case_id, e.order_id, t.shop, coalesce(c.identified, false) as identified, (t.replied_at at time zone s.zone)::date as replied_on,
  extract(epoch from t.replied_at - t.asked_at)::bigint as wait_seconds,
  e.channel, e.topic, e.case_type, e.phase, t.agent_code, e.team, e.handled_by
from (
  select customer_id, case_id, shop, min(occurred_at) filter (where kind in ('opened', 'customer_message', 'handed_over')) as asked_at,
    max(occurred_at) filter (where kind = 'agent_reply') as replied_at, max(agent_code) filter (where kind = 'agent_reply') as agent_code
  from (
    select customer_id, case_id, shop, kind, occurred_at, agent_code, count(*) filter (where kind in ('agent_reply', 'bot_reply')) over (
      partition by customer_id, case_id order by occurred_at, kind in ('agent_reply', 'bot_reply'), id rows between unbounded preceding and 1 preceding) as turn
    from core.case_events where deleted_at is null and kind in ('opened', 'customer_message', 'handed_over', 'bot_reply', 'agent_reply')
  ) talk
  group by customer_id, case_id, shop, turn
) t
join core.shops s on s.shop = t.shop
join core.service_cases e on e.customer_id = t.customer_id and e.id = t.case_id and e.deleted_at is null
left join core.customers c on c.customer_id = t.customer_id
where t.asked_at is not null and t.replied_at is not null;

-- ── the return request ─────────────────────────────────────────────────────────────────────────────
create index on core.returns (shop, requested_on);
create view journey.return_journey as
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
  -- money arrived by the promised moment; null until due, without a promise, and where rejected or canceled
  case when r.rejected_at is null and r.status not in ('rejected', 'canceled') and (r.due_at at time zone s.zone)::date <= s.as_of then coalesce(r.refunded_at <= r.due_at, false) end as refunded_in_time,
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

-- ── voice ──────────────────────────────────────────────────────────────────────────────────────────
-- One row a review, dated by answered_on.
create view journey.review_journey as
select r.customer_id, r.id as review_id, r.order_id, r.shop, coalesce(c.identified, false) as identified, r.external_id, r.review_ref,
  (r.answered_at at time zone s.zone)::date as answered_on, r.answered_at, r.invited_at, r.shown_at, (r.shown_at at time zone s.zone)::date as shown_on,
  o.ordered_on, o.delivered_on, o.region_code, o.carrier_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, coalesce(o.failures, '{}') as failures, coalesce(o.categories, '{}') as categories, coalesce(o.merchants, '{}') as merchants,
  p.external_id as product_external_id, coalesce(p.category_code, case when cardinality(o.categories) = 1 then o.categories[1] end) as category_code,
  coalesce(m.external_id, case when cardinality(o.merchants) = 1 then o.merchants[1] end) as merchant_external_id,
  r.score, coalesce(r.first_score, r.score) as first_score, -- as it is now; before it was changed
  coalesce(r.source, 'written') as source, coalesce(r.source = 'default', false) as by_default, coalesce(r.source = 'rewarded', false) as rewarded,
  coalesce(r.source, 'written') = 'written' as spontaneous, r.follow_up_of is not null as follow_up, r.score >= 4 as positive, r.score <= 2 as negative,
  r.invited_at is not null as invited,
  extract(epoch from r.answered_at - r.invited_at)::bigint as invited_to_answered_seconds, -- null: not invited or no time
  (r.answered_at at time zone s.zone)::date - o.delivered_on as days_after_delivery,
  extract(epoch from r.replied_at - r.answered_at)::bigint as replied_seconds, -- null: the shop has not answered
  ((r.answered_at + interval '48 hours') at time zone s.zone)::date as reply_due_on,
  case when ((r.answered_at + interval '48 hours') at time zone s.zone)::date <= s.as_of then coalesce(r.replied_at <= r.answered_at + interval '48 hours', false) end as replied_48h, -- null until 48 hours are over
  r.replied_at is not null as replied,
  -- a bad first review (≤ 2) that was changed to ≥ 4, or followed by one of ≥ 4, within 30 days; null: it was not bad, is a follow-up itself, or the 30 days are not over
  case when coalesce(r.first_score, r.score) <= 2 and r.follow_up_of is null and (r.answered_at at time zone s.zone)::date + 30 <= s.as_of
    then coalesce(r.score >= 4 and r.changed_at <= r.answered_at + interval '720 hours', false) or coalesce(f.good_at <= r.answered_at + interval '720 hours', false) end as recovered,
  length(r.message) as message_length, coalesce(r.photos, 0) as photos
from core.reviews r
join core.shops s on s.shop = r.shop
left join journey.order_journey o on o.customer_id = r.customer_id and o.order_id = r.order_id
left join (select customer_id, order_id, follow_up_of, min(answered_at) filter (where score >= 4) as good_at
  from core.reviews where deleted_at is null and follow_up_of is not null group by 1, 2, 3) f
  on f.customer_id = r.customer_id and f.order_id = r.order_id and f.follow_up_of = r.review_ref
left join core.products p on p.id = r.product_id
left join core.merchants m on m.id = p.merchant_id
left join core.customers c on c.customer_id = r.customer_id
where r.deleted_at is null;

-- One row a survey sent.
create index on core.surveys (shop, sent_on);
create view journey.survey_facts as
select v.customer_id, v.id as survey_id, v.order_id, v.case_id, v.shop, coalesce(c.identified, false) as identified, v.kind, v.subject, -- csat 1–5 | nps 0–10 | ces 1–7 high = easy
  v.sent_at, v.sent_on, v.answered_at, v.answered_on, v.answered_at is not null as answered,
  case when v.sent_on + 14 <= s.as_of then coalesce(v.answered_on <= v.sent_on + 14, false) end as answered_14d, -- null until 14 days are over
  v.score,                                       -- null: not answered
  extract(epoch from v.answered_at - v.sent_at)::bigint as answer_seconds,
  case when v.answered_on + 14 <= s.as_of then coalesce(v.closed_at < ((v.answered_on + 15)::timestamp at time zone s.zone), false) end as closed_14d, -- told within 14 days what came of it; null: not answered or not over
  v.closed_at,
  o.ordered_on, o.region_code, o.carrier_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, coalesce(o.categories, '{}') as categories, coalesce(o.merchants, '{}') as merchants,
  e.channel, e.topic, e.case_type, e.phase, e.agent_code, e.team, e.handled_by -- of the case it asks about
from core.surveys v
join core.shops s on s.shop = v.shop
left join journey.order_journey o on o.customer_id = v.customer_id and o.order_id = v.order_id
left join core.service_cases e on e.customer_id = v.customer_id and e.id = v.case_id
left join core.customers c on c.customer_id = v.customer_id
where v.deleted_at is null;

-- One row a recommendation to a friend.
create index on core.referrals (shop, referred_on);
create view journey.referral_facts as
select r.customer_id, r.id as referral_id, r.case_id, r.shop, coalesce(c.identified, false) as identified, r.channel, r.referred_at, r.referred_on, r.friend_id,
  r.joined_at, r.first_ordered_at,
  case when r.referred_on + 90 <= s.as_of then coalesce((r.joined_at at time zone s.zone)::date <= r.referred_on + 90, false) end as joined_90d, -- null until 90 days are over
  case when r.referred_on + 90 <= s.as_of then coalesce((r.first_ordered_at at time zone s.zone)::date <= r.referred_on + 90, false) end as ordered_90d,
  row_number() over advocate as nth,             -- 1: the customer's first recommendation
  lead(r.referred_on) over advocate - r.referred_on as days_to_next -- null: none followed
from core.referrals r
join core.shops s on s.shop = r.shop
left join core.customers c on c.customer_id = r.customer_id
where r.deleted_at is null
window advocate as (partition by r.customer_id order by r.referred_at, r.external_id collate "C");

-- One row a public mention.
create index on core.mentions (shop, mentioned_on);
create view journey.mention_facts as
select n.id as mention_id, n.shop, n.platform, n.mentioned_at, n.mentioned_on, n.sentiment, n.sentiment = 1 as positive, n.sentiment = -1 as negative, -- null: not judged
  n.reach, n.topic, p.external_id as product_external_id, p.category_code, n.responded_at,
  extract(epoch from n.responded_at - n.mentioned_at)::bigint as response_seconds, -- null: no response
  case when ((n.mentioned_at + interval '24 hours') at time zone s.zone)::date <= s.as_of then coalesce(n.responded_at <= n.mentioned_at + interval '24 hours', false) end as responded_24h -- null until 24 hours are over
from core.mentions n
join core.shops s on s.shop = n.shop
left join core.products p on p.id = n.product_id
where n.deleted_at is null;

-- One row an outbound message.
create index on core.messages (shop, sent_on);
create view journey.message_facts as
select g.customer_id, g.id as message_id, g.order_id, g.case_id, g.shop, coalesce(c.identified, false) as identified, g.kind, g.channel, g.sent_at, g.sent_on, g.offer, g.arm, -- arm: treated | hold_out | null
  g.delivered_at is not null as delivered, g.opened_at is not null as opened,
  g.promised_at, (g.promised_at at time zone s.zone)::date as due_on,
  case when (g.promised_at at time zone s.zone)::date <= s.as_of then coalesce(g.kept_at <= g.promised_at, false) end as promise_kept, -- null: it promises no time, or not due
  case when g.kind = 'review_invitation' and g.sent_on + 30 <= s.as_of
    then coalesce(o.first_answered_at between g.sent_at and g.sent_at + interval '720 hours', false) end as reviewed_30d, -- of an invitation: the order's first review came within 30 days; null until over
  case when g.sent_on + 30 <= s.as_of then exists (select from journey.order_journey n
    where n.customer_id = g.customer_id and n.valid and n.ordered_at > g.sent_at and n.ordered_on <= g.sent_on + 30) end as ordered_30d, -- null until 30 days are over
  o.ordered_on, o.region_code, o.carrier_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, coalesce(o.categories, '{}') as categories, coalesce(o.merchants, '{}') as merchants
from core.messages g
join core.shops s on s.shop = g.shop
left join journey.order_journey o on o.customer_id = g.customer_id and o.order_id = g.order_id
left join core.customers c on c.customer_id = g.customer_id
where g.deleted_at is null;

-- ── money ──────────────────────────────────────────────────────────────────────────────────────────
create index on core.compensations (shop, granted_on);
create view journey.compensation_facts as
select x.customer_id, x.id as compensation_id, x.order_id, x.case_id, x.shop, coalesce(c.identified, false) as identified, x.failure, x.form, x.amount_minor, x.granted_at, x.granted_on,
  o.ordered_on, o.region_code, o.carrier_code, o.station_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, coalesce(o.categories, '{}') as categories, coalesce(o.merchants, '{}') as merchants,
  e.channel, e.topic, e.agent_code, e.team
from core.compensations x
left join journey.order_journey o on o.customer_id = x.customer_id and o.order_id = x.order_id
left join core.service_cases e on e.customer_id = x.customer_id and e.id = x.case_id
left join core.customers c on c.customer_id = x.customer_id
where x.deleted_at is null;

-- One row an order and a failure of it.
create view journey.failure_facts as
select o.customer_id, o.order_id, o.shop, o.identified, f.failure, o.ordered_on, o.delivered_on,
  exists (select from core.compensations x where x.customer_id = o.customer_id and x.order_id = o.order_id and x.failure = f.failure and x.deleted_at is null) as compensated, -- by name
  o.region_code, o.carrier_code, o.station_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, o.origin, o.categories, o.merchants
from journey.order_journey o
cross join lateral unnest(o.failures) f(failure);

-- One row a payment attempt, dated by the attempt (else the payment, else the order).
create view journey.payment_facts as
select y.customer_id, y.id as payment_id, y.order_id, y.shop, coalesce(c.identified, false) as identified, y.method as payment_method, y.kind, y.payment_no, y.installments,
  coalesce(y.attempted_at, y.paid_at, o.ordered_at) as attempted_at, (coalesce(y.attempted_at, y.paid_at, o.ordered_at) at time zone s.zone)::date as attempted_on,
  y.paid_at, y.outcome = 'succeeded' as succeeded, y.failure, y.amount_minor, case when y.outcome = 'succeeded' then y.amount_minor else 0 end as paid_minor,
  y.charged_back_at is not null as charged_back, (y.charged_back_at at time zone s.zone)::date as charged_back_on, o.currency,
  o.ordered_on, o.region_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.origin, coalesce(o.categories, '{}') as categories, coalesce(o.merchants, '{}') as merchants
from core.payments y
join core.shops s on s.shop = y.shop
left join journey.order_journey o on o.customer_id = y.customer_id and o.order_id = y.order_id
left join core.customers c on c.customer_id = y.customer_id
where y.deleted_at is null;

-- One row an order line.
create view journey.item_facts as
select i.customer_id, i.id as item_id, i.order_id, i.shop, o.identified, i.item_no, o.ordered_on, o.delivered_on, o.valid, o.status,
  p.external_id as product_external_id, p.category_code, m.external_id as merchant_external_id, i.batch, i.quantity as units, i.price_minor, i.freight_minor, o.currency,
  i.picked_right,                                -- null: not checked
  coalesce(r.units, 0) as returned_units, coalesce(r.units, 0) > 0 as returned, -- return requests for this product of the order that were not canceled or rejected; one that names no product speaks of the only line
  coalesce(r.quality, false) as quality_return, coalesce(r.not_as_described, false) or coalesce(e.not_as_described, false) as not_as_described, -- by a return or a complaint
  coalesce(r.defect, false) or coalesce(e.defect, false) as defect, -- quality as the reason of a return or a complaint
  coalesce(e.complaints, 0) as complaints,       -- complaints that name the product (or no product, of an order with one line)
  o.region_code, o.carrier_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, o.origin
from core.order_items i
left join journey.order_journey o on o.customer_id = i.customer_id and o.order_id = i.order_id
left join core.products p on p.id = i.product_id
left join core.merchants m on m.id = i.merchant_id
left join (select customer_id, order_id, product_id, sum(units) filter (where kind = 'return')::integer as units,
    bool_or(reason in ('quality', 'not_as_described', 'wrong_item', 'counterfeit')) as quality, bool_or(reason = 'not_as_described') as not_as_described, bool_or(reason = 'quality') as defect
  from core.returns where deleted_at is null and status not in ('canceled', 'rejected') group by 1, 2, 3) r
  on r.customer_id = i.customer_id and r.order_id = i.order_id and coalesce(r.product_id, case when o.items_count = 1 then i.product_id end) = i.product_id
left join (select customer_id, order_id, product_id, count(*) as complaints, bool_or(topic = 'not_as_described') as not_as_described, bool_or(topic = 'quality') as defect
  from core.service_cases where deleted_at is null and case_type = 'complaint' group by 1, 2, 3) e
  on e.customer_id = i.customer_id and e.order_id = i.order_id and coalesce(e.product_id, case when o.items_count = 1 then i.product_id end) = i.product_id
where i.deleted_at is null;

create view journey.cost_facts as
select id as cost_id, shop, kind, origin, spent_on, amount_minor from core.costs where deleted_at is null;

-- ── the visit ──────────────────────────────────────────────────────────────────────────────────────
-- One row a visit, put together from its touches.
create table journey.visit_journey (
  customer_id uuid not null,
  visit_id uuid not null,                        -- core.id_of('visit', shop, visit_ref)
  shop text not null,
  identified boolean not null,                   -- the visitor is a known customer
  started_at timestamptz not null,
  ended_at timestamptz not null,
  visited_on date not null,                      -- day of its first touch
  origin text,                                   -- traffic source, of the first touch that names one; null: none does
  touches integer not null,
  pages integer not null,
  searches integer not null,
  zero_result_searches integer not null,         -- searches that found nothing
  searches_clicked integer not null,             -- the next step of the visit was to open a product (pages and shown recommendations are no steps)
  searches_ordered integer not null,             -- the visit paid after it
  products_viewed integer not null,              -- distinct
  reviews_viewed integer not null,               -- times reviews were opened
  recommendations_shown integer not null,
  recommendations_clicked integer not null,
  searched boolean not null,
  viewed boolean not null,                       -- a product
  carted boolean not null,
  checked_out boolean not null,                  -- began to
  paid boolean not null,
  consulted boolean not null,                    -- asked the desk
  consulted_paid_same_day boolean,               -- the customer paid later that day, in this visit or another; null: not consulted
  consulted_paid_3d boolean,                     -- or within the two days after it (a window of three days); null: not consulted. Not decided before visited_on + 2
  seconds bigint not null,                       -- first touch → last
  highest_rating_seen numeric(2, 1),             -- of the products viewed; null: none showed one
  load_ms_max integer,                           -- slowest page; null: none was measured
  order_id uuid,                                 -- the first order it paid; null: none
  primary key (customer_id, visit_id)
);
create index on journey.visit_journey (shop, visited_on);

-- One row a product seen in a visit.
create table journey.product_views (
  customer_id uuid not null,
  visit_id uuid not null,
  product_id uuid not null,
  shop text not null,
  viewed_at timestamptz not null,                -- first time in the visit
  viewed_on date not null,
  times integer not null,
  rating numeric(2, 1),                          -- displayed the last time it was seen; null: none shown
  reviews_viewed boolean not null,               -- its reviews were opened in the visit
  carted boolean not null,
  bought boolean not null,                       -- among the goods of an order the visit paid
  primary key (customer_id, visit_id, product_id)
);
create index on journey.product_views (shop, viewed_on);

-- The same with its dimensions.
create view journey.product_view_facts as
select w.*, coalesce(c.identified, false) as identified, v.origin, p.external_id as product_external_id, p.category_code, m.external_id as merchant_external_id
from journey.product_views w
left join journey.visit_journey v on v.customer_id = w.customer_id and v.visit_id = w.visit_id
left join core.products p on p.id = w.product_id
left join core.merchants m on m.id = p.merchant_id
left join core.customers c on c.customer_id = w.customer_id;

-- One row a page whose loading was measured.
create view journey.page_facts as
select t.customer_id, t.id as touch_id, core.id_of('visit', t.shop, t.visit_ref) as visit_id, t.shop, coalesce(c.identified, false) as identified, t.kind, t.occurred_at, t.occurred_on, t.load_ms, t.origin
from core.touchpoints t
left join core.customers c on c.customer_id = t.customer_id
where t.deleted_at is null and t.load_ms is not null;

-- ── membership ─────────────────────────────────────────────────────────────────────────────────────
-- One row a loyalty event. tier_from is what the events before it say, not what the row claims.
create index on core.loyalty_events (shop, occurred_on);
create view journey.loyalty_facts as
select l.customer_id, l.id as event_id, l.order_id, l.shop, coalesce(c.identified, false) as identified, l.kind, l.points, l.benefit, l.occurred_at, l.occurred_on,
  lag(l.tier_to) over chain as tier_from, l.tier_to, -- tier_to null: no change of tier; tier_from null besides: the first tier
  -- up 1, down −1, same 0, by the usual order of tiers; null: no change, the first tier, or a tier whose rank is not known
  sign(array_position(array['basic', 'bronze', 'silver', 'gold', 'platinum', 'diamond'], l.tier_to)
    - array_position(array['basic', 'bronze', 'silver', 'gold', 'platinum', 'diamond'], lag(l.tier_to) over chain))::smallint as tier_step
from core.loyalty_events l
left join core.customers c on c.customer_id = l.customer_id
where l.deleted_at is null
window chain as (partition by l.customer_id, l.tier_to is null order by l.occurred_at, l.external_id collate "C");

-- The days a tier was held, one row each stretch. A tier set and changed on one day was not held.
create view journey.tiers_held as
select customer_id, shop, tier, daterange(day, next_day) as days from (
  select customer_id, shop, tier_to as tier, occurred_on as day, lead(occurred_on) over (partition by customer_id order by occurred_at, external_id collate "C") as next_day
  from core.loyalty_events where tier_to is not null and deleted_at is null
) held;

-- One row a member and birthday month whose first day found the customer a member: due on its last day.
create view journey.care_facts as
select t.customer_id, t.shop, t.tier, d.month, (d.month + interval '1 month - 1 day')::date as due_on,
  exists (select from core.loyalty_events l where l.customer_id = t.customer_id and l.kind = 'care' and l.deleted_at is null
      and l.occurred_on >= d.month and l.occurred_on < d.month + interval '1 month')
    or exists (select from core.messages g where g.customer_id = t.customer_id and g.kind = 'care' and g.deleted_at is null
      and g.sent_on >= d.month and g.sent_on < d.month + interval '1 month') as reached
from journey.tiers_held t
join core.shops s on s.shop = t.shop
join core.customers c on c.customer_id = t.customer_id and c.birthday_month is not null
cross join lateral (select make_date(y, c.birthday_month, 1) as month from generate_series(extract(year from lower(t.days))::integer, extract(year from s.as_of)::integer) y) d
where t.days @> d.month;

-- Signed changes a day: customers who have decided about a purpose, and those whose latest decision grants it.
create view journey.consent_changes as
select shop, purpose, decided_on as day, (previous is null)::integer as decided, granted::integer - coalesce(previous, false)::integer as granted from (
  select t.shop, t.purpose, (t.decided_at at time zone s.zone)::date as decided_on, t.granted, lag(t.granted) over (partition by t.customer_id, t.purpose order by t.decided_at, t.external_id collate "C") as previous
  from core.consents t join core.shops s on s.shop = t.shop
  where t.deleted_at is null
) decisions;

-- Signed changes a day; a level at the end of a day is the sum of the changes up to it. Days may lie after the shop's last day.
--   active: customers with a valid order in the 365 days that end with the day · loyal: customers who are loyal (order_journey.loyalty) · member: customers by tier · points: points in hand, all customers
--   benefit: members, by tier, who used a benefit in the 365 days that end with the day · customer_a_year_ago: active 365 days before the day
--   lapsed: of these, customers whose last valid order lies more than 3 × their usual gap back: the mean of their own so far, of a first order the shop's median
create view journey.loyalty_changes as
select shop, level, code, day, sum(change)::bigint as change from (
  select j.shop, 'active' as level, '' as code, d.day, d.change
  from journey.order_journey j
  cross join lateral (values (j.ordered_on, 1), (least(j.ordered_on + 365, j.valid_next_on), -1)) d(day, change)
  where j.identified and j.valid_first_of_day
  union all
  select j.shop, 'loyal', '', d.day, d.change
  from journey.order_journey j
  cross join lateral (values (j.ordered_on, 1), (least(j.loyal_until + 1, j.valid_next_on), -1)) d(day, change)
  where j.identified and j.loyal_until is not null
  union all
  select f.shop, 'member', d.code, f.occurred_on, d.change
  from journey.loyalty_facts f
  cross join lateral (values (f.tier_to, 1), (f.tier_from, -1)) d(code, change)
  where f.tier_to is not null and d.code is not null
  union all
  select shop, 'points', '', occurred_on, points from core.loyalty_events where deleted_at is null and points <> 0
  union all
  select u.shop, 'benefit', u.tier, d.day, d.change
  from (select t.shop, t.tier, unnest(b.days * t.days::datemultirange) as days
    from journey.tiers_held t
    join (select customer_id, range_agg(daterange(occurred_on, occurred_on + 365)) as days from core.loyalty_events where kind = 'benefit_used' and deleted_at is null group by 1) b
      on b.customer_id = t.customer_id) u
  cross join lateral (values (lower(u.days), 1), (upper(u.days), -1)) d(day, change)
  union all
  select j.shop, 'customer_a_year_ago', '', d.day, d.change
  from journey.order_journey j
  cross join lateral (values (j.ordered_on + 365, 1), (least(j.ordered_on + 365, j.valid_next_on) + 365, -1)) d(day, change)
  where j.identified and j.valid_first_of_day
  union all
  select u.shop, 'lapsed', '', d.day, d.change
  from (select j.shop, unnest(range_agg(daterange(j.lapsed_on, j.valid_next_on)) filter (where j.lapsed_on < coalesce(j.valid_next_on, 'infinity'))
      * range_agg(daterange(j.ordered_on + 365, j.ordered_on + 730))) as days
    from (select o.customer_id, o.shop, o.ordered_on, o.valid_next_on, o.ordered_on + 1 + floor(3 * coalesce(
          (o.ordered_on - min(o.ordered_on) over past)::numeric / nullif(count(*) over past - 1, 0), usual.gap))::integer as lapsed_on
      from journey.order_journey o
      join (select shop, percentile_cont(0.5) within group (order by valid_next_on - ordered_on)::numeric as gap
        from journey.order_journey where identified and valid_first_of_day and valid_next_on is not null group by shop) usual on usual.shop = o.shop
      where o.identified and o.valid_first_of_day
      window past as (partition by o.customer_id order by o.ordered_on)) j
    group by j.shop, j.customer_id) u
  cross join lateral (values (lower(u.days), 1), (upper(u.days), -1)) d(day, change)
) changes where day is not null group by shop, level, code, day having sum(change) <> 0;

-- ── products, merchants, agents ────────────────────────────────────────────────────────────────────
-- One row a product, as it is now.
create view journey.product_facts as
select p.id as product_id, p.shop, p.external_id as product_external_id, p.title, p.category_code, m.external_id as merchant_external_id, p.brand, p.listed_on, p.price_minor,
  p.attributes_required, p.attributes_given,     -- null: not known
  case when p.attributes_required > 0 then p.attributes_given >= p.attributes_required end as complete, -- null: nothing is required or known
  p.photos, p.description_length
from core.products p
left join core.merchants m on m.id = p.merchant_id
where p.deleted_at is null;

-- One row a merchant, as it is on the shop's last day.
create view journey.merchant_facts as
select m.id as merchant_id, m.shop, m.external_id as merchant_external_id, m.title, m.region_code, m.admitted_on, coalesce(m.certificate_required, false) as certificate_required,
  case when m.certificate_required then exists (select from core.certificates t where t.merchant_id = m.id and t.deleted_at is null and t.kind in ('licence', 'quality')
    and t.issued_on <= s.as_of and (t.expires_on is null or t.expires_on >= s.as_of)) end as certified, -- holds a valid licence or quality certificate; null: needs none
  exists (select from core.certificates t where t.merchant_id = m.id and t.deleted_at is null and t.kind = 'inspection' and t.issued_on between s.as_of - 364 and s.as_of) as inspected_365d
from core.merchants m
join core.shops s on s.shop = m.shop
where m.deleted_at is null;

-- Signed changes a day over merchants that need a certificate: required from their admission, certified while a licence or quality certificate of theirs holds.
create view journey.certificate_changes as
select m.shop, m.external_id as merchant_external_id, m.region_code, x.level, x.day, x.change
from core.merchants m
left join lateral (select range_agg(daterange(t.issued_on, t.expires_on, '[]')) * datemultirange(daterange(m.admitted_on, null)) as days from core.certificates t
  where t.merchant_id = m.id and t.deleted_at is null and t.kind in ('licence', 'quality') and t.issued_on is not null and t.issued_on <= coalesce(t.expires_on, t.issued_on)) held on true
cross join lateral (
  select 'required' as level, m.admitted_on as day, 1 as change
  union all
  select 'certified', d.day, d.change from unnest(held.days) r cross join lateral (values (lower(r), 1), (upper(r), -1)) d(day, change) where d.day is not null
) x
where m.certificate_required and m.admitted_on is not null and m.deleted_at is null;

-- One row an inspection.
create view journey.inspection_facts as
select t.id as inspection_id, t.shop, t.issued_on as inspected_on, t.outcome, t.outcome = 'passed' as passed, t.outcome = 'counterfeit' as counterfeit, t.outcome = 'unsafe' as unsafe,
  m.external_id as merchant_external_id, p.external_id as product_external_id, p.category_code
from core.certificates t
left join core.products p on p.id = t.product_id
left join core.merchants m on m.id = coalesce(t.merchant_id, p.merchant_id)
where t.deleted_at is null and t.kind = 'inspection';

-- One row a violation.
create view journey.sanction_facts as
select x.id as sanction_id, x.shop, m.external_id as merchant_external_id, x.violation, x.measure, x.violated_on, x.sanctioned_on, x.sanctioned_on - x.violated_on as days_to_sanction -- null: no sanction yet
from core.sanctions x
left join core.merchants m on m.id = x.merchant_id
where x.deleted_at is null;

-- One row a training attended or a work sample scored.
create view journey.assessment_facts as
select a.id as assessment_id, a.shop, a.agent_code, g.team, coalesce(g.is_bot, false) as is_bot, a.kind, a.topic, a.score, a.happened_on
from core.assessments a
left join core.agents g on g.shop = a.shop and g.code = a.agent_code
where a.deleted_at is null;

-- ── directly follows: each step and the one after it; to_step is null at the end. Filter by shop and day; times at once follow the order of the list ──
create view journey.order_steps as
select o.customer_id, o.order_id, o.shop, o.identified, o.ordered_on, o.status, o.region_code, o.carrier_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness,
  o.failures, o.categories, o.merchants, t.from_step, t.from_at, t.to_step, t.to_at, extract(epoch from t.to_at - t.from_at)::bigint as seconds, t.nth
from journey.order_journey o
cross join lateral (
  select step as from_step, at as from_at, lead(step) over flow as to_step, lead(at) over flow as to_at, row_number() over flow as nth
  from (values (1, 'first_touch', o.first_touch_at), (2, 'ordered', o.ordered_at), (3, 'deposit_paid', o.deposit_paid_at), (4, 'paid', o.paid_at), (5, 'approved', o.approved_at),
    (6, 'handed_over', o.handed_over_at), (7, 'first_scan', o.first_scan_at), (8, 'delay_notified', o.delay_notified_at), (9, 'first_attempt', o.first_attempt_at),
    (10, 'delivered', o.delivered_at), (11, 'contacted', o.first_contact_at), (12, 'complained', o.first_complaint_at), (13, 'compensated', o.first_compensated_at),
    (14, 'canceled', o.canceled_at), (15, 'return_requested', o.first_return_at), (16, 'refunded', o.refunded_at), (17, 'reviewed', o.first_answered_at)) v(rank, step, at)
  where at is not null window flow as (order by at, rank)
) t;

create view journey.parcel_steps as
select p.customer_id, p.id as parcel_id, p.order_id, t.shop, p.carrier_code, p.station_code, p.service_level, o.ordered_on, o.region_code, o.lateness, o.loyalty, o.first_or_repeat,
  t.kind as from_step, t.occurred_at as from_at, lead(t.kind) over scans as to_step, lead(t.occurred_at) over scans as to_at,
  extract(epoch from lead(t.occurred_at) over scans - t.occurred_at)::bigint as seconds, row_number() over scans as nth
from core.shipments p
join journey.order_journey o on o.customer_id = p.customer_id and o.order_id = p.order_id
join core.tracking_events t on t.customer_id = p.customer_id and t.shipment_id = p.id and t.deleted_at is null
where p.deleted_at is null
window scans as (partition by t.shop, o.ordered_on, p.customer_id, p.id order by t.occurred_at, t.external_id collate "C");

create view journey.case_steps as
select e.customer_id, e.id as case_id, e.order_id, e.shop, e.opened_on, e.channel, e.topic, e.case_type, e.phase, e.team, e.handled_by, e.severity, e.status,
  t.kind as from_step, t.occurred_at as from_at, lead(t.kind) over talk as to_step, lead(t.occurred_at) over talk as to_at,
  extract(epoch from lead(t.occurred_at) over talk - t.occurred_at)::bigint as seconds, row_number() over talk as nth
from core.service_cases e
join core.case_events t on t.customer_id = e.customer_id and t.case_id = e.id and t.deleted_at is null and t.kind <> 'note'
where e.deleted_at is null
window talk as (partition by e.shop, e.opened_on, e.customer_id, e.id order by t.occurred_at, t.external_id collate "C");

create view journey.return_steps as
select r.customer_id, r.id as return_id, r.order_id, r.shop, r.requested_on, r.kind, r.reason, r.status, r.policy,
  t.from_step, t.from_at, t.to_step, t.to_at, extract(epoch from t.to_at - t.from_at)::bigint as seconds, t.nth
from core.returns r
cross join lateral (
  select step as from_step, at as from_at, lead(step) over flow as to_step, lead(at) over flow as to_at, row_number() over flow as nth
  from (values (1, 'requested', r.requested_at), (2, 'stepped_in', r.stepped_in_at), (3, 'approved', r.approved_at), (4, 'rejected', r.rejected_at), (5, 'shipped', r.shipped_at),
    (6, 'received', r.received_at), (7, 'refunded', r.refunded_at), (8, 'completed', r.completed_at)) v(rank, step, at)
  where at is not null window flow as (order by at, rank)
) t
where r.deleted_at is null;
