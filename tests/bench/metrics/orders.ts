import type pg from 'pg';

export const SHOP = 'bench';
/** Four years, so that 24 months may begin on any day of the first two. */
export const HISTORY = { from: '2022-01-01', days: 1461 } as const;

/** A number that is always the same for this order and this use, evenly spread over 0 … most − 1. */
export const roll = (use: number, most: number): string => `((hashint8(n * 64 + ${use}) & 2147483647) % ${most})`;

const halves = [0, 1] as const;
type Half = (typeof halves)[number];

const made = `create unlogged table made (n bigint, order_id uuid, customer_id uuid, c bigint, valid boolean, status text, ordered_at timestamptz, ordered_on date)`;

/** Columns of the journey, each as it is reckoned from an order that was made. */
type Columns = Readonly<Record<string, string>>;

/** What a bench needs of its shop beside what metrics are timed with. */
export interface More {
  /** Columns in place of these, or beside them. */
  columns?: Columns;
  /** Which of so many (SQL) customers who come often the order `n` is of, from 0. */
  regular?: (many: string) => string;
  /** The day from the first on which such a customer `c` placed the order `n`. */
  placed?: string;
}

const day = roll(3, HISTORY.days);

/** Of so many customers each may order often; all others order once. */
const often = (orders: number): string => `greatest(${orders} / 5, 1)`;

/** Seven in ten customers order once, the others about one and a half times a year. */
const placed = (orders: number, half: Half, { regular, placed: at }: More): string => `
insert into made
select n, md5('o' || n)::uuid as order_id, md5('c' || c)::uuid as customer_id, c, status not in ('canceled', 'unavailable') as valid, status, ordered_at, (ordered_at at time zone 'Asia/Shanghai')::date as ordered_on
from (
  select n, c,
    case when ${roll(2, 1000)} < 20 then 'canceled' when ${roll(2, 1000)} < 25 then 'unavailable' when ${roll(2, 1000)} < 45 then 'shipped' else 'delivered' end as status,
    timestamptz '${HISTORY.from} 00:00+08' + (${at ? `case when c <= ${often(orders)} then ${at} else ${day} end` : day}) * interval '1 day' + ${roll(4, 86_400)} * interval '1 second' as ordered_at
  from (select n, case when n % 10 < 7 then n else 1 + ${regular?.(often(orders)) ?? `${roll(1, 1 << 30)} % ${often(orders)}`} end as c from generate_series(1::bigint + ${half}, ${orders}, 2) n) whose
) o`;

/**
 * The chains of half the customers, over all orders and over days with a valid one, as the journey keeps them; in the order of customers,
 * as loads leave them. Who orders once has no chain to look for.
 */
const chained = (orders: number, half: Half): string => `
create unlogged table chained_${half} as
with own as (
  select * from made where c % 2 = ${half}
), many as materialized (
  select *, lag(ordered_on) over chain as prev_on, lag(ordered_on, 2) over chain as prev2_on, lead(ordered_on) over chain as next_on,
    valid and ordered_on is distinct from max(ordered_on) filter (where valid) over (chain rows between unbounded preceding and 1 preceding) as valid_first_of_day
  from own where c <= ${often(orders)} window chain as (partition by customer_id order by ordered_at, n)
), valid_days as (
  select customer_id, ordered_on, lag(ordered_on) over chain as prev_on, lag(ordered_on, 2) over chain as prev2_on, lead(ordered_on) over chain as next_on
  from many where valid_first_of_day window chain as (partition by customer_id order by ordered_on)
)
select * from (
  select m.*, v.prev_on as valid_prev_on, v.prev2_on as valid_prev2_on, v.next_on as valid_next_on
  from many m left join valid_days v on m.valid and v.customer_id = m.customer_id and v.ordered_on = m.ordered_on
  union all
  select o.*, null, null, null, o.valid, null, null, null from own o where c > ${often(orders)}
) all_of_them order by customer_id, order_id`;

const columns: Columns = {
  customer_id: 'customer_id',
  order_id: 'order_id',
  shop: `'${SHOP}'`,
  identified: 'c % 100 > 0',
  status: 'status',
  valid: 'valid',
  ordered_at: 'ordered_at',
  ordered_on: 'ordered_on',
  approved_at: `ordered_at + interval '5 minutes'`,
  paid_at: `ordered_at + interval '4 minutes'`,
  handed_over_at: `case when delivered then ordered_at + interval '20 hours' end`,
  delivered_at: 'case when delivered then ordered_at + delivery_seconds * interval \'1 second\' end',
  delivered_on: 'case when delivered then delivered_on end',
  promised_on: 'promised_on',
  first_answered_at: `case when reviewed then ordered_at + delivery_seconds * interval '1 second' + interval '3 days' end`,
  delivery_seconds: 'case when delivered then delivery_seconds end',
  promise_days: 'promised_on - ordered_on',
  delay_days: 'case when delivered then delivered_on - promised_on end',
  lateness: `case when not delivered then 'not_delivered' when delivered_on > promised_on then 'late' else 'on_time' end`,
  delay_bucket: `case when not delivered then 'not_delivered' when delivered_on - promised_on <= -8 then 'early_8' when delivered_on < promised_on then 'early_1_7'
    when delivered_on = promised_on then 'on_day' when delivered_on - promised_on <= 3 then 'late_1_3' when delivered_on - promised_on <= 7 then 'late_4_7' else 'late_8' end`,
  first_or_repeat: `case when prev_on is null then 'first' else 'repeat' end`,
  currency: `'CNY'`,
  region_code: `'r' || c % 30`,
  categories: `array['k' || ${roll(5, 40)}]`,
  category_minor: 'array[items_minor + freight_minor]',
  merchants: `array['m' || ${roll(6, 300)}]`,
  merchant_minor: 'array[items_minor + freight_minor]',
  payment_methods: `array[(array['alipay', 'wechat', 'card', 'transfer'])[1 + ${roll(7, 4)}]]`,
  payment_method_minor: 'array[items_minor + freight_minor]',
  items_count: '1',
  units: '1',
  items_minor: 'items_minor',
  freight_minor: 'freight_minor',
  payments_count: '1',
  payment_attempts: `1 + (${roll(8, 20)} = 0)::int`,
  payment_failures: `(${roll(8, 20)} = 0)::int`,
  paid_minor: 'items_minor + freight_minor',
  reviews_count: 'reviewed::int',
  score_sum: 'case when reviewed then score else 0 end',
  score_counts: 'array[(reviewed and score = 1)::int, (reviewed and score = 2)::int, (reviewed and score = 3)::int, (reviewed and score = 4)::int, (reviewed and score = 5)::int]',
  prev_on: 'prev_on',
  prev2_on: 'prev2_on',
  next_on: 'next_on',
  valid_prev_on: 'valid_prev_on',
  valid_prev2_on: 'valid_prev2_on',
  valid_next_on: 'valid_next_on',
  valid_first_of_day: 'valid_first_of_day',
  carrier_code: `'x' || ${roll(9, 8)}`,
  service_level: `(array['standard', 'next_day', 'same_day'])[1 + ${roll(10, 3)}]`,
  origin: `(array['search', 'social', 'direct', 'mail'])[1 + ${roll(11, 4)}]`,
  cancel_cause: `case when status = 'canceled' then (array['customer', 'unpaid', 'out_of_stock'])[1 + ${roll(12, 3)}] end`,
  cases_count: 'complained::int',
  complaints_count: 'complained::int',
  first_contact_at: `case when complained then ordered_at + interval '6 days' end`,
  first_complaint_at: `case when complained then ordered_at + interval '6 days' end`,
  returns_count: 'returned::int',
  returned_units: 'returned::int',
  first_return_at: `case when returned then ordered_at + interval '8 days' end`,
  refunded_minor: 'case when returned then items_minor else 0 end',
  refunded_at: `case when returned then ordered_at + interval '12 days' end`,
  negative_feedback: 'complained or (reviewed and score <= 2)',
  failures: `case when delivered and delivered_on > promised_on then array['late'] else '{}'::text[] end`,
}; // prettier-ignore

const lived = (half: Half): string => `
select m.*, (ordered_at at time zone 'Asia/Shanghai' + delivery_seconds * interval '1 second')::date as delivered_on, status = 'delivered' and ${roll(13, 100)} < 60 as reviewed,
  (array[1, 1, 2, 3, 4, 4, 5, 5, 5, 5])[1 + ${roll(14, 10)}] as score, status = 'delivered' as delivered, ${roll(15, 100)} < 2 as complained, status = 'delivered' and ${roll(16, 100)} < 6 as returned
from (select c.*, (36_000 + exp(1.1 * sqrt(-2 * ln((1 + ${roll(17, 1_000_000)}) / 1000001.0)) * cos(6.2831853 * ${roll(18, 1_000_000)} / 1e6)) * 180_000)::bigint as delivery_seconds,
  ordered_on + 2 + ${roll(19, 6)}::int as promised_on, 1_000 + ${roll(20, 60_000)}::bigint as items_minor, 500 + ${roll(21, 2_000)}::bigint as freight_minor from chained_${half} c) m`;

const journey =
  (also: Columns) =>
  (half: Half): string => {
    const filled = { ...columns, ...also };
    return `insert into journey.order_journey (${Object.keys(filled).join(', ')})
select ${Object.values(filled).join(', ')} from (${lived(half)}) lived`;
  };

const shop = (known: readonly string[]): string => `
insert into core.shops (shop, title_en, title_zh, zone, currency) values ('${SHOP}', 'Bench', '测速', 'Asia/Shanghai', 'CNY');
insert into core.regions (shop, code) select '${SHOP}', 'r' || n from generate_series(0, 29) n;
insert into ops.shop_feeds (shop, known) select '${SHOP}', known from unnest(array[${known.map((name) => `'${name}'`).join(', ')}]) known`;

/** Of core only what tells that there are orders: rollups over facts that were never delivered are not looked for. */
const told = `
insert into core.orders (customer_id, id, shop, external_id, status, ordered_at, ordered_on, currency, file_time, file_id, record_no, row_hash)
select customer_id, order_id, shop, 'o1', status, ordered_at, ordered_on, currency, now(), '00000000-0000-0000-0000-00000000be2c', 1, 1 from journey.order_journey limit 1;
update core.shops set as_of = (select max(ordered_on) from journey.order_journey) where shop = '${SHOP}';
update ops.data_version set version = version + 1, published_at = now()`;

type Clients = readonly [pg.PoolClient, pg.PoolClient];

const everyHalf = async (clients: Clients, work: (half: Half) => string): Promise<void> => {
  await Promise.all(halves.map((half) => clients[half].query(work(half))));
};

/** On two connections, unlogged: the database lives as long as the bench. Indexes are made once over all rows. */
async function fill(clients: Clients, orders: number, more: More): Promise<void> {
  const [client] = clients;
  await everyHalf(clients, (half) => placed(orders, half, more));
  await client.query('analyze made');
  await everyHalf(clients, (half) => chained(orders, half));
  await client.query('drop table made');
  await everyHalf(clients, journey(more.columns ?? {}));
  await client.query('drop table chained_0, chained_1');
}

/** As many orders as asked, as loads would have left them in the journey. */
export async function fillOrders(
  pool: pg.Pool,
  orders: number,
  known: readonly string[],
  more: More = {},
): Promise<void> {
  const clients = await Promise.all([pool.connect(), pool.connect()]);
  const [client] = clients;
  try {
    for (const each of clients)
      await each.query(`set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`);
    await client.query(`${shop(known)}; ${made}; alter table journey.order_journey set unlogged`);
    const { rows } = await client.query<{ definition: string; name: string }>(
      `select pg_get_indexdef(indexrelid) as definition, indexrelid::regclass::text as name from pg_index where indrelid = 'journey.order_journey'::regclass and not indisprimary`,
    );
    for (const { name } of rows) await client.query(`drop index ${name}`);
    await fill(clients, orders, more);
    for (const { definition } of rows) await client.query(definition);
    await client.query(told);
    await client.query('vacuum analyze journey.order_journey');
  } finally {
    for (const each of clients) each.release();
  }
}
