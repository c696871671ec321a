/** Figures of the examples, and SQL over the facts alone, written without looking at how the API reckons them. */
export interface CheckedFigure {
  example: string;
  what: string;
  /** From the answer’s data. */
  told: (data: never) => number | string;
  sql: string;
}

interface Point {
  value: number;
  numerator: number;
  denominator: number;
  comparisons: { value: number }[];
}
interface Answer {
  series: { metric: { id: string }; key: { value: string | null }[]; points: Point[] }[];
}
type Figures = Record<string, Answer>;
type Lists = Record<string, { totalCount: number; nodes: Record<string, unknown>[] }>;

const pointsOf = ({ series }: Answer, metric: string, key?: string): Point[] =>
  series
    .filter((one) => one.metric.id === metric && (!key || one.key[0]?.value === key))
    .flatMap(({ points }) => points);
const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

const value = (alias: string, metric: string, key?: string) => (data: never) =>
  sum(pointsOf((data as Figures)[alias]!, metric, key).map((point) => point.value));
/** Over all slices and buckets. */
const whole = (alias: string, metric: string) => (data: never) => {
  const points = pointsOf((data as Figures)[alias]!, metric);
  return sum(points.map(({ numerator }) => numerator)) / sum(points.map(({ denominator }) => denominator));
};
const total = (alias: string) => (data: never) => (data as Lists)[alias]!.totalCount;

const inShop = `shop = 'demo' and deleted_at is null`;
const year = `between '2025-11-01' and '2026-10-31'`;
const quarters = `between '2025-10-01' and '2026-09-30'`;
const long = `between '2024-11-01' and '2026-10-31'`;
const october = `between '2026-10-01' and '2026-10-31'`;
const orders = (days: string): string => `select count(*) from core.orders where ${inShop} and ordered_on ${days}`;
const ratedOn = `csat is not null and (csat_at at time zone 'Asia/Shanghai')::date`;
const valid = `${inShop} and status not in ('canceled', 'unavailable')`;

export const figures: readonly CheckedFigure[] = [
  { example: 'A1', what: 'orders of October', told: value('metrics', 'ORDERS'), sql: orders(october) },
  {
    example: 'A1',
    what: 'orders of the October before',
    told: (data) => pointsOf((data as Figures)['metrics']!, 'ORDERS')[0]!.comparisons[1]!.value,
    sql: orders(`between '2025-10-01' and '2025-10-31'`),
  },
  {
    example: 'A2',
    what: 'next-day parcels that came by their promise, of those due',
    told: value('metrics', 'PARCEL_ON_TIME_RATE', 'next_day'),
    sql: `select avg(coalesce(s.delivered_at <= s.promised_at, false)::int) from core.shipments s join core.orders o on o.id = s.order_id
      where s.shop = 'demo' and s.deleted_at is null and o.deleted_at is null and o.status not in ('canceled', 'unavailable')
        and s.service_level = 'next_day' and (s.promised_at at time zone 'Asia/Shanghai')::date ${year}`,
  },
  {
    example: 'A4',
    what: 'orders due in October',
    told: total('metricRows'),
    sql: `select count(*) from core.orders where ${valid} and promised_on ${october}`,
  },
  { example: 'A5', what: 'orders of October', told: total('orders'), sql: orders(october) },
  {
    example: 'A6',
    what: 'the longest delay in days',
    told: (data) => Number((data as Lists)['orders']!.nodes[0]!['delayDays']),
    sql: `select max(d.delivered_on - o.promised_on) from core.orders o join lateral
      (select max(delivered_on) as delivered_on from core.shipments s where s.order_id = o.id and s.deleted_at is null having count(*) = count(delivered_on)) d on true
      where o.shop = 'demo' and o.deleted_at is null and o.status = 'delivered' and o.ordered_on ${year}`,
  },
  {
    example: 'A10',
    what: 'the version of the data',
    told: (data) => (data as { dataHealth: { dataVersion: string } }).dataHealth.dataVersion,
    sql: 'select version::text from ops.data_version',
  },
  {
    example: 'A13',
    what: 'orders of three months, day by day',
    told: value('metrics', 'ORDERS'),
    sql: orders(`between '2026-08-01' and '2026-10-31'`),
  },
  {
    example: 'C1',
    what: 'most orders of a customer',
    told: (data) => Number((data as Lists)['customers']!.nodes[0]!['ordersCount']),
    sql: `select max(n) from (select count(*) as n from core.orders where ${inShop} group by customer_id) c`,
  },
  {
    example: 'C3',
    what: 'calls that were answered',
    told: whole('calls', 'ANSWERED_CALL_RATE'),
    sql: `select avg(call_answered::int) from core.service_cases where ${inShop} and channel = 'phone' and opened_on ${year}`,
  },
  {
    example: 'C8',
    what: 'orders around Double 11',
    told: value('doubleEleven', 'ORDERS'),
    sql: orders(`between '2025-11-01' and '2025-11-12'`),
  },
  {
    example: 'C9',
    what: 'parcels by packaging',
    told: value('byPackaging', 'PARCELS'),
    sql: `select count(*) from core.shipments s join core.orders o on o.id = s.order_id where s.shop = 'demo' and s.deleted_at is null and o.deleted_at is null and o.ordered_on ${year}`,
  },
  {
    example: 'C10',
    what: 'return requests',
    told: value('figures', 'RETURNS'),
    sql: `select count(*) from core.returns where ${inShop} and requested_on ${year}`,
  },
  {
    example: 'C11',
    what: 'what compensations cost',
    told: value('cost', 'COMPENSATION_COST'),
    sql: `select sum(amount_minor) / 100.0 from core.compensations where ${inShop} and granted_on ${quarters}`,
  },
  {
    example: 'C12',
    what: 'complaints',
    told: value('bySeverity', 'COMPLAINTS'),
    sql: `select count(*) from core.service_cases where ${inShop} and case_type = 'complaint' and opened_on ${year}`,
  },
  {
    example: 'C12',
    what: 'severe complaints of all time',
    told: total('serviceCases'),
    sql: `select count(*) from core.service_cases where ${inShop} and case_type = 'complaint' and severity = 3`,
  },
  {
    example: 'C13',
    what: 'bad reviews in words that wait for an answer',
    told: total('toAnswer'),
    sql: `select count(*) from core.reviews where ${inShop} and score <= 2 and replied_at is null and message is not null`,
  },
  {
    example: 'C15',
    what: 'mentions',
    told: value('byPlatform', 'MENTIONS'),
    sql: `select count(*) from core.mentions where ${inShop} and mentioned_on ${year}`,
  },
  {
    example: 'C15',
    what: 'referrals',
    told: value('referrals', 'REFERRALS'),
    sql: `select count(*) from core.referrals where ${inShop} and referred_on ${long}`,
  },
  {
    example: 'C16',
    what: 'most paid by a customer',
    told: (data) => Number(((data as Lists)['highValue']!.nodes[0]!['paid'] as { amount: string }).amount),
    sql: `select max(paid) from (select sum(p.amount_minor) / 100.0 as paid from core.payments p join core.orders o on o.id = p.order_id
      where p.shop = 'demo' and p.deleted_at is null and o.deleted_at is null and p.outcome = 'succeeded' group by o.customer_id) c`,
  },
  {
    example: 'C17',
    what: 'customers with two orders or more',
    told: whole('definitions', 'REPEAT_PURCHASE_RATE'),
    sql: `select avg((n > 1)::int) from (select count(*) as n from core.orders o join core.customers c using (customer_id)
      where o.shop = 'demo' and o.deleted_at is null and c.identified and o.ordered_on ${long} group by customer_id) c`,
  },
  {
    example: 'C19',
    what: 'merchants that need a certificate',
    told: total('merchants'),
    sql: `select count(*) from core.merchants where ${inShop} and certificate_required`,
  },
  {
    example: 'C20',
    what: 'orders at the first step',
    told: (data) => (data as { order: { count: number }[] }).order[0]!.count,
    sql: orders(year),
  },
  {
    example: 'C21',
    what: 'NPS',
    told: whole('scores', 'NPS'),
    sql: `select avg((score >= 9)::int - (score <= 6)::int) from core.surveys where ${inShop} and kind = 'nps' and answered_at is not null and answered_on ${long}`,
  },
  {
    example: 'C25',
    what: 'customers with two orders or more',
    told: total('customers'),
    sql: `select count(*) from (select from core.orders o join core.customers c using (customer_id)
      where o.shop = 'demo' and o.deleted_at is null and c.identified group by customer_id having count(*) > 1) c`,
  },
  {
    example: 'C26',
    what: 'mentions, month by month',
    told: value('echo', 'MENTIONS'),
    sql: `select count(*) from core.mentions where ${inShop} and mentioned_on between '2026-03-01' and '2026-09-30'`,
  },
  {
    example: 'C28',
    what: 'notices of a delay',
    told: total('messages'),
    sql: `select count(*) from core.messages where ${inShop} and kind = 'delay_notice'`,
  },
  {
    example: 'C29',
    what: 'searches',
    told: value('search', 'SEARCHES'),
    sql: `select count(*) from core.touchpoints where ${inShop} and kind = 'search' and occurred_on ${quarters}`,
  },
  {
    example: 'C31',
    what: 'orders reviewed with one or two stars',
    told: total('hurt'),
    sql: `select count(*) from core.orders o where o.shop = 'demo' and o.deleted_at is null and o.ordered_on ${year}
      and exists (select from core.reviews r where r.order_id = o.id and r.deleted_at is null and r.score <= 2)`,
  },
  {
    example: 'Q1',
    what: 'satisfaction in chat before it was made faster',
    told: whole('chatBefore', 'CSAT'),
    sql: `select avg((csat >= 4)::int) from core.service_cases where ${inShop} and channel = 'chat' and ${ratedOn} between '2025-03-01' and '2026-01-04'`,
  },
  {
    example: 'Q3',
    what: 'referrals over four quarters',
    told: value('recommendation', 'REFERRALS'),
    sql: `select count(*) from core.referrals where ${inShop} and referred_on between '2025-07-01' and '2026-06-30'`,
  },
  {
    example: 'Q4',
    what: 'days of orders followed by another within 90 days',
    told: whole('byLoyalty', 'NEXT_ORDER_RATE_90D'),
    sql: `with o as (select distinct o.customer_id, o.ordered_on from core.orders o join core.customers c using (customer_id)
        where o.shop = 'demo' and o.deleted_at is null and o.status not in ('canceled', 'unavailable') and c.identified)
      select avg(exists (select from o n where n.customer_id = o.customer_id and n.ordered_on > o.ordered_on and n.ordered_on <= o.ordered_on + 90)::int)
      from o where o.ordered_on between '2024-11-01' and '2026-07-31'`,
  },
  {
    example: 'Q6',
    what: 'satisfaction over all phases',
    told: whole('byPhase', 'CSAT'),
    sql: `select avg((csat >= 4)::int) from core.service_cases where ${inShop} and ${ratedOn} ${year}`,
  },
  {
    example: 'Q7',
    what: 'next-day orders that were paid and delivered',
    told: value('byLevel', 'COMPLETION_RATE', 'next_day'),
    sql: `select avg((exists (select from core.shipments s where s.order_id = o.id and s.deleted_at is null having count(*) > 0 and count(*) = count(s.delivered_at))
        and exists (select from core.payments p where p.order_id = o.id and p.deleted_at is null and p.outcome = 'succeeded'))::int)
      from core.orders o where o.shop = 'demo' and o.deleted_at is null and o.service_level = 'next_day' and o.ordered_on ${long}`,
  },
  {
    example: 'Q8',
    what: 'the average score of orders delivered next day',
    told: value('score', 'AVERAGE_REVIEW_SCORE', 'next_day'),
    sql: `select avg(r.score) from core.orders o join core.reviews r on r.order_id = o.id and r.deleted_at is null
      where o.shop = 'demo' and o.deleted_at is null and o.service_level = 'next_day' and o.ordered_on ${long}`,
  },
];
