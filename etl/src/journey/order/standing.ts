import type { JourneyPart } from './part.ts';

/** The tier the ledger shows at the moment of the order. */
export const ranking: JourneyPart = {
  alias: 'tr',
  needs: 'loyalty_events',
  select: ({ mine }) => `select o.customer_id, o.id as order_id, t.tier
    from placed o
    join (select customer_id, tier_to as tier, occurred_at as since, lead(occurred_at) over (partition by customer_id order by occurred_at, external_id collate "C") as until
      from ${mine('loyalty_events')} l where tier_to is not null) t
    on t.customer_id = o.customer_id and t.since <= o.ordered_at and (t.until is null or t.until > o.ordered_at)`,
  otherwise: { tier: 'null::text' },
};

/** What the customer looked at before the order. */
export const browsing: JourneyPart = {
  alias: 'br',
  needs: 'touchpoints',
  select: ({
    mine,
  }) => `select o.customer_id, o.id as order_id, min(t.occurred_at) filter (where t.occurred_at >= o.ordered_at - interval '720 hours') as first_touch_at,
    bool_or(t.kind = 'review_view' and t.occurred_at >= o.ordered_at - interval '720 hours') as reviews_read
    from placed o join ${mine('touchpoints')} t on t.customer_id = o.customer_id and t.occurred_at <= o.ordered_at
    group by 1, 2`,
  otherwise: { first_touch_at: 'null::timestamptz', reviews_read: 'null::boolean' },
};

/**
 * Loyalty by the customer's valid order days, for customers with more than one order: what stood before a day, and how long it lasts
 * from a valid one. `second_before` only grows along a customer's valid days, so its greatest value so far is the latest.
 */
export const loyaltyCtes = `days as (
    select customer_id, ordered_on, bool_or(valid) as valid_day from placed where orders_of_customer > 1 group by 1, 2
  ), numbered as (
    select *, case when valid_day then row_number() over alike end as nth, case when valid_day then lag(ordered_on, 2) over alike end as second_before,
      min(ordered_on) filter (where valid_day) over (partition by customer_id) as first_on
    from days window alike as (partition by customer_id, valid_day order by ordered_on)
  ), standing as (
    select customer_id, ordered_on, first_on, nth, second_before, max(nth) over earlier as days_before, max(second_before) over earlier as third_last_on,
      max(ordered_on) filter (where valid_day) over earlier as last_on
    from numbered window earlier as (partition by customer_id order by ordered_on rows between unbounded preceding and 1 preceding)
  ), loyal as (
    select customer_id, ordered_on,
      case when days_before is null then 'new'
        when third_last_on >= ordered_on - 365 and ordered_on - last_on <= 2 * (last_on - first_on) / nullif(days_before - 1, 0) then 'loyal'
        else 'occasional' end as loyalty,
      case when second_before + 364 >= ordered_on then least(second_before + 364, ordered_on + (2 * (ordered_on - first_on) / nullif(nth - 1, 0))::integer) end as loyal_until
    from standing
  )`;
