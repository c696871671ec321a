-- A parcel knows whether its order was complained about for what a parcel can do wrong. Cases name orders, not parcels: of an order with several parcels, each.
-- The view as in 0003, with this one column more at its end.
create or replace view journey.parcel_journey as
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
  o.wismo_count, o.complaints_count,             -- of its order
  exists (select from core.service_cases e where e.customer_id = p.customer_id and e.order_id = p.order_id and e.case_type = 'complaint'
    and e.topic in ('damaged', 'lost', 'delivery_late', 'wrong_item') and e.deleted_at is null) as complained -- its order has a complaint about what a parcel can do wrong
from core.shipments p
join core.shops s on s.shop = p.shop
left join journey.order_journey o on o.customer_id = p.customer_id and o.order_id = p.order_id
left join journey.parcel_scans k on k.customer_id = p.customer_id and k.shipment_id = p.id
left join core.customers c on c.customer_id = p.customer_id
where p.deleted_at is null;
