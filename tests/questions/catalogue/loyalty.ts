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

export const loyalty: Readonly<Record<string, Asked>> = {
  REPEAT_PURCHASE_RATE: repeats('r.id', 'true'),
  REPEAT_PURCHASE_DAYS_RATE: repeats('r.ordered_on', 'r.valid'),
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
