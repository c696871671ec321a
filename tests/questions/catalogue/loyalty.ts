import { count, level, people, percentile, share, type Asked } from './form.ts';

/** Customers with orders counted once each, out of those with one. */
function repeats(things: string, where: string): Asked {
  return {
    rows: 'asked.orders',
    on: 'ordered_on',
    above: `(select count(*) from (select p ->> 0 as who, count(distinct p ->> 1) as n from jsonb_array_elements(coalesce(jsonb_agg(jsonb_build_array(r.customer_id, ${things})) filter (where r.identified and (${where})), '[]')) p group by 1) q where n > 1)`,
    below: `count(distinct r.customer_id) filter (where r.identified and (${where}))`,
  };
}

const again = (days: number): Asked =>
  share(
    'asked.orders',
    'ordered_on',
    `r.back_on <= r.ordered_on + ${days}`,
    `r.identified and r.first_of_day and r.before_on is null and r.ordered_on + ${days} <= r.as_of`,
  );

/** What each customer's valid order days up to the end of the bucket come to. */
const histories = `(select d.customer_id, d.shop, count(*) as n, min(d.day) as first_on, max(d.day) as last_on, count(*) filter (where d.day > b.to_on - 365) as recent,
  bool_or(d.day between b.to_on - 729 and b.to_on - 365) as a_year_ago from asked.days d join core.customers c on c.customer_id = d.customer_id and c.identified where d.day <= b.to_on group by 1, 2)`;
/** Half of all gaps between one order day and the next, of everyone. */
const usualGap = `(select percentile_cont(0.5) within group (order by n.gap) from (select lead(g.day) over (partition by g.customer_id order by g.day) - g.day as gap from asked.days g join core.customers c on c.customer_id = g.customer_id and c.identified) n where n.gap is not null)`;
const isLapsed = `b.to_on - r.last_on > floor(3 * coalesce((r.last_on - r.first_on)::numeric / nullif(r.n - 1, 0), ${usualGap}::numeric))`;
const held = `(select t.*, exists (select from core.loyalty_events l where l.customer_id = t.customer_id and l.kind = 'benefit_used' and l.deleted_at is null and l.occurred_on between b.to_on - 364 and b.to_on) as used
  from asked.tiers t where t.from_on <= b.to_on and coalesce(t.until_on, 'infinity') > b.to_on)`;
const happened = '(select e.* from asked.member_events e where e.occurred_on <= b.to_on)';
const decided = `(select distinct on (t.customer_id, t.purpose) t.* from asked.consents t where t.decided_on <= b.to_on order by t.customer_id, t.purpose, t.decided_at desc, t.external_id collate "C" desc)`;
const bought = 'r.identified and r.first_of_day';

const firstBuys = 'r.identified and r.first_of_day and r.before_on is null';

/** Of first-time customers, those who bought in a later calendar month, once it is over. */
const retained = (month: number): Asked =>
  share(
    'asked.orders',
    'ordered_on',
    `exists (select from asked.days d where d.customer_id = r.customer_id and date_trunc('month', d.day) = date_trunc('month', r.ordered_on) + interval '${month} months')`,
    `${firstBuys} and date_trunc('month', r.ordered_on) + interval '${month + 1} months' - interval '1 day' <= r.as_of`,
  );

const deep = (orders: number): Asked =>
  share(
    'asked.orders',
    'ordered_on',
    `(select count(*) from asked.orders o where o.customer_id = r.customer_id and o.valid) >= ${orders}`,
    firstBuys,
  );

/**
 * Kaplan and Meier: of those still under observation and not back on a day, the share back on it; 1 − the product of the rest. Once all are
 * back it stays so; after the last day on which anybody was at risk nothing is known.
 */
const back = (days: number): Asked => ({
  rows: 'asked.orders',
  on: 'ordered_on',
  above: 'null',
  below: `count(*) filter (where ${firstBuys})`,
  value: `(select case when bool_or(left_over = 0) then 1 when (max(seen) >= ${days}) is not true then null else 1 - coalesce(exp(sum(ln(nullif(left_over, 0)))), 1) end
    from (select max(c.seen) as seen, null::numeric as left_over from jsonb_to_recordset(jsonb_agg(jsonb_build_object('seen', coalesce(r.back_on, r.as_of) - r.ordered_on)) filter (where ${firstBuys})) c(seen integer)
      union all
      select null, 1 - count(*) filter (where c.gone = e.day and c.is_back)::numeric / count(*)
      from jsonb_to_recordset(jsonb_agg(jsonb_build_object('gone', coalesce(r.back_on, r.as_of) - r.ordered_on, 'is_back', r.back_on is not null)) filter (where ${firstBuys})) c(gone integer, is_back boolean)
      join generate_series(1, ${days}) e(day) on c.gone >= e.day group by e.day) steps)::float8`,
});

export const loyalty: Readonly<Record<string, Asked>> = {
  REPEAT_PURCHASE_RATE: repeats('r.id', 'true'),
  REPEAT_PURCHASE_DAYS_RATE: repeats('r.ordered_on', 'r.valid'),
  COHORT_RETENTION_M1: retained(1),
  COHORT_RETENTION_M2: retained(2),
  COHORT_RETENTION_M3: retained(3),
  COHORT_RETENTION_M6: retained(6),
  COHORT_RETENTION_M12: retained(12),
  REPEAT_ORDER_DEPTH_2: deep(2),
  REPEAT_ORDER_DEPTH_3: deep(3),
  REPEAT_ORDER_DEPTH_5: deep(5),
  SHARE_BACK_30D: back(30),
  SHARE_BACK_60D: back(60),
  SHARE_BACK_90D: back(90),
  REPURCHASE_RATE_30D: again(30),
  REPURCHASE_RATE_90D: again(90),
  REPURCHASE_RATE_365D: again(365),
  LOYAL_CUSTOMER_SHARE: level(
    histories,
    'count(*) filter (where r.recent >= 3 and (b.to_on - r.last_on) * (r.n - 1) <= 2 * (r.last_on - r.first_on))',
    'count(*) filter (where r.recent > 0)',
  ),
  ACTIVE_CUSTOMERS: level(histories, 'count(*) filter (where r.recent > 0)'),
  LAPSED_CUSTOMER_RATE: level(
    histories,
    `count(*) filter (where r.a_year_ago and ${isLapsed})`,
    'count(*) filter (where r.a_year_ago)',
  ),
  MEMBERS: level(held, 'count(*)'),
  BENEFIT_USE_RATE: level(held, 'count(*) filter (where r.used)', 'count(*)'),
  POINTS_BALANCE: level(happened, 'coalesce(sum(r.points), 0)'),
  POINTS_LIABILITY: level(
    happened,
    'coalesce(sum(r.points * (select s.point_worth_minor from core.shops s where s.shop = r.shop)), 0)',
    undefined,
    100,
  ),
  POINTS_REDEMPTION_RATE: level(
    happened,
    `coalesce(-sum(r.points) filter (where r.kind = 'spent'), 0)`,
    `coalesce(sum(r.points) filter (where r.kind = 'earned'), 0)`,
  ),
  CONSENT_RATE: level(decided, 'count(*) filter (where r.granted)', 'count(*)'),
  SPEND_PER_BUYER: {
    rows: 'asked.orders',
    on: 'ordered_on',
    above: 'coalesce(sum(r.paid_minor) filter (where r.identified and r.successes > 0), 0)',
    below: 'count(distinct r.customer_id) filter (where r.identified and r.successes > 0)',
    per: 100,
  },
  TIER_UPGRADES: count('asked.member_events', 'occurred_on', 'r.steps > 0'),
  TIER_DOWNGRADES: count('asked.member_events', 'occurred_on', 'r.steps < 0'),
  CARE_COVERAGE: share('asked.birthdays', 'due_on', 'r.reached', 'r.due_on <= r.as_of'),
  RETURNING_CUSTOMER_SHARE: people('asked.orders', 'ordered_on', 'r.before_on is not null', bought),
  NEXT_ORDER_RATE_90D: share(
    'asked.orders',
    'ordered_on',
    'r.back_on <= r.ordered_on + 90',
    `${bought} and r.ordered_on + 90 <= r.as_of`,
  ),
  REPURCHASE_INTERVAL_DAYS_P50: percentile(
    'asked.orders',
    'ordered_on',
    '(r.ordered_on - r.before_on)',
    0.5,
    1,
    `${bought} and r.before_on is not null`,
  ),
  OFFER_ORDER_RATE_30D: share(
    'asked.messages',
    'sent_on',
    'r.ordered',
    'r.arm is not null and r.sent_on + 30 <= r.as_of',
  ),
};
