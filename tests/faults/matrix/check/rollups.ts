import { none, type Db } from './db.ts';

/** Orders with what hangs on them, from core alone; as the words of the glossary say it, not as the loader writes it. */
const FACT = `
placed as materialized (
  select o.id, o.shop, o.customer_id, o.external_id, o.status, o.ordered_at, o.ordered_on, o.promised_on, coalesce(o.region_code, '') as region, c.identified,
    o.status not in ('canceled', 'unavailable') as valid
  from core.orders o join core.customers c using (customer_id) where o.deleted_at is null
),
fact as materialized (
  select p.*,
    coalesce((select sum(price_minor + freight_minor) from core.order_items i where i.order_id = p.id and i.customer_id = p.customer_id and i.deleted_at is null), 0) as goods,
    (select sum(amount_minor) from core.payments y where y.order_id = p.id and y.customer_id = p.customer_id and y.deleted_at is null and y.outcome <> 'failed') as paid,
    (select case when bool_and(delivered_on is not null) then max(delivered_on) end from core.shipments k where k.order_id = p.id and k.customer_id = p.customer_id and k.deleted_at is null) as arrived,
    (select count(*) from core.reviews r where r.order_id = p.id and r.customer_id = p.customer_id and r.deleted_at is null) as reviews,
    coalesce((select sum(score) from core.reviews r where r.order_id = p.id and r.customer_id = p.customer_id and r.deleted_at is null), 0) as stars,
    case when row_number() over before = 1 then 'first' else 'repeat' end as first_or_repeat,
    lag(ordered_on) over before as before_on, lag(ordered_on, 2) over before as before2_on
  from placed p window before as (partition by customer_id order by ordered_at, external_id collate "C")
),
days as materialized (
  select customer_id, shop, ordered_on as day, lag(ordered_on) over (partition by customer_id order by ordered_on) as before_on,
    lag(ordered_on, 2) over (partition by customer_id order by ordered_on) as before2_on,
    lead(ordered_on) over (partition by customer_id order by ordered_on) as next_on
  from (select distinct customer_id, shop, ordered_on from placed where valid and identified) d
),
judged as (
  select f.*, case when status <> 'delivered' or arrived is null then 'not_delivered' when promised_on is null then 'no_promise'
      when arrived > promised_on then 'late' else 'on_time' end as lateness
  from fact f
),
cut as (
  select j.*, v.dimension, v.value from judged j cross join lateral
    (values ('', ''), ('REGION', region), ('ORDER_STATUS', status), ('LATE', lateness), ('FIRST_OR_REPEAT', first_or_repeat)) v(dimension, value)
)`;

interface Pair {
  rollup: string;
  expected: string;
  there: string;
}

const dimensions = `span = 'day' and dimension in ('', 'REGION', 'ORDER_STATUS', 'LATE', 'FIRST_OR_REPEAT')`;
const never = (day: string): string => `coalesce(${day}, '-infinity')`;

const pairs: Pair[] = [
  {
    rollup: 'journey.order_journey',
    expected: `select id, customer_id, status, ordered_on, goods::numeric, coalesce(paid, 0)::numeric, arrived, lateness, first_or_repeat, before_on, reviews::int, stars::int from judged`,
    there: `select order_id, customer_id, status, ordered_on, (items_minor + freight_minor)::numeric, paid_minor::numeric, delivered_on, lateness, first_or_repeat, prev_on, reviews_count, score_sum
      from journey.order_journey`,
  },
  {
    rollup: 'mart.orders_daily',
    expected: `select dimension, shop, value, ordered_on, count(*)::numeric, sum(goods)::numeric, sum(coalesce(paid, 0))::numeric, count(paid)::numeric,
        count(*) filter (where status = 'canceled')::numeric, count(*) filter (where lateness = 'on_time')::numeric, count(*) filter (where lateness in ('on_time', 'late'))::numeric,
        count(*) filter (where status = 'delivered')::numeric, sum(stars)::numeric, sum(reviews)::numeric, count(*) filter (where not identified)::numeric
      from cut group by 1, 2, 3, 4`,
    there: `select dimension, shop, value, day, orders::numeric, gmv::numeric, average_order_value_sum::numeric, average_order_value_whole::numeric, cancellation_rate_part::numeric,
        on_time_delivery_rate_part::numeric, on_time_delivery_rate_whole::numeric, delivered_rate_part::numeric, average_review_score_sum::numeric,
        average_review_score_whole::numeric, unidentified_orders::numeric from mart.orders_daily where ${dimensions}`,
  },
  {
    rollup: 'mart.promises_daily',
    expected: `select dimension, shop, value, promised_on, count(*)::numeric, count(*) filter (where arrived <= promised_on)::numeric
      from cut where promised_on is not null and status not in ('canceled', 'unavailable') group by 1, 2, 3, 4`,
    there: `select dimension, shop, value, day, promise_kept_rate_whole::numeric, promise_kept_rate_part::numeric from mart.promises_daily where ${dimensions}`,
  },
  {
    rollup: 'mart.order_pairs',
    expected: `select 'order', shop, ordered_on, ${never('before_on')}, count(*)::numeric from fact where identified group by 2, 3, 4
      union all select 'valid_day', shop, day, ${never('before_on')}, count(*)::numeric from days group by 2, 3, 4`,
    there: 'select chain, shop, day, prev_day, links::numeric from mart.order_pairs',
  },
  {
    rollup: 'mart.order_triples',
    expected: `select 'order', shop, ordered_on, before_on, ${never('before2_on')}, count(*)::numeric from fact where identified and before_on is not null group by 2, 3, 4, 5
      union all select 'valid_day', shop, day, before_on, ${never('before2_on')}, count(*)::numeric from days where before_on is not null group by 2, 3, 4, 5`,
    there: 'select chain, shop, day, prev_day, prev2_day, links::numeric from mart.order_triples',
  },
  {
    rollup: 'mart.repurchase_gaps',
    expected: `select shop, day, coalesce(next_on - day, 2147483647), count(*)::numeric from days where before_on is null group by 1, 2, 3`,
    there: 'select shop, first_day, gap_days, customers::numeric from mart.repurchase_gaps',
  },
];

/** I6: journey and rollups, changed by difference, are what they are when made anew from core: nothing too much, nothing missing. */
export async function checkRollups(db: Db): Promise<string[]> {
  const found: string[] = [];
  for (const { rollup, expected, there } of pairs) {
    const both = (one: string, other: string): string => `with ${FACT} (${one}) except all (${other})`;
    found.push(...(await none(db, `I6 ${rollup} lacks`, both(expected, there))));
    found.push(...(await none(db, `I6 ${rollup} has too much`, `with ${FACT} (${there}) except all (${expected})`)));
  }
  return found;
}
