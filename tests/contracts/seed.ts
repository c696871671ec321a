import type pg from 'pg';

/**
 * A small shop written straight into core and journey, so that these tests need no loader:
 * sixty orders of thirty customers, two each, with every oddity planted once (see the numbers in each statement).
 */
const reference = `
  insert into core.shops values ('seed', 'Seed shop', '种子店', 'Asia/Shanghai', 'CNY', '2025-03-02');
  insert into core.regions (shop, code, label_en, label_zh) values ('seed', 'east', 'East', '华东'), ('seed', 'west', 'West', '华西');
  insert into core.categories (shop, code, label_en, label_zh) values ('seed', 'toys', 'Toys', '玩具'), ('seed', 'lamps', null, null);
  insert into core.merchants (id, shop, external_id, title, region_code, file_time, file_id, record_no, row_hash)
    select core.id_of('merchant', 'seed', 'm' || n), 'seed', 'm' || n, 'Merchant ' || n, 'east', now(), gen_random_uuid(), n, n from generate_series(1, 3) n;
  insert into core.products (id, shop, external_id, title, category_code, file_time, file_id, record_no, row_hash)
    select core.id_of('product', 'seed', 'p' || n), 'seed', 'p' || n, 'Product ' || n, case n when 1 then 'toys' when 2 then 'lamps' end, now(), gen_random_uuid(), n, n
    from generate_series(1, 3) n;`;

const people = `
  insert into core.customers (customer_id, shop, external_id, region_code, city, name_masked, phone_masked, file_time, file_id, record_no, row_hash)
    select core.id_of('customer', 'seed', 'c' || n), 'seed', 'c' || n, case when n % 2 = 0 then 'east' else 'west' end, 'Suzhou', '张*', '138****0000', now(), gen_random_uuid(), n, n
    from generate_series(1, 30) n;
  insert into core.orders (customer_id, id, shop, external_id, status, ordered_at, ordered_on, approved_at, promised_on, currency, region_code, file_time, file_id, record_no, row_hash)
    select core.id_of('customer', 'seed', 'c' || (n + 1) / 2), core.id_of('order', 'seed', 'o' || n), 'seed', 'o' || n, case when n % 10 = 0 then 'canceled' else 'delivered' end,
      t.at, (t.at at time zone 'Asia/Shanghai')::date, t.at + interval '10 minutes', (t.at at time zone 'Asia/Shanghai')::date + 7, 'CNY', case when n % 4 < 2 then 'east' else 'west' end,
      now(), gen_random_uuid(), n, n
    from generate_series(1, 60) n, lateral (select timestamptz '2025-01-01 04:00Z' + n * interval '24 hours' as at) t;
  insert into core.identity select customer_id, 'customer', customer_id from core.customers union all select id, 'order', customer_id from core.orders;`;

const stamp = 'now(), gen_random_uuid(), n, n';
const ids = `core.id_of('customer', 'seed', 'c' || (n + 1) / 2), core.id_of`;
const order = `core.id_of('order', 'seed', 'o' || n), 'seed'`;
const provenance = 'file_time, file_id, record_no, row_hash';

// o5 has no items, o6 no payment, o7 no review, o8 two; o11 and o12 share a review id; o13's comment has two lines; o14's review no time.
const children = `
  insert into core.order_items (customer_id, id, order_id, shop, external_id, item_no, product_id, merchant_id, price_minor, freight_minor, ${provenance})
    select ${ids}('item', 'seed', n || ':' || i), ${order}, n || ':' || i, i, core.id_of('product', 'seed', 'p' || i), core.id_of('merchant', 'seed', 'm' || i), 1000 * i, 150, ${stamp}
    from generate_series(1, 60) n, generate_series(1, 1 + n % 3) i where n <> 5;
  insert into core.payments (customer_id, id, order_id, shop, external_id, payment_no, method, amount_minor, paid_at, ${provenance})
    select ${ids}('payment', 'seed', n || ':1'), ${order}, n || ':1', 1, 'alipay', 2000 + n, timestamptz '2025-01-01 04:05Z' + n * interval '24 hours', ${stamp}
    from generate_series(1, 60) n where n <> 6;
  insert into core.shipments (customer_id, id, order_id, shop, external_id, carrier_code, handed_over_at, delivered_at, delivered_on, ${provenance})
    select ${ids}('shipment', 'seed', 's' || n), ${order}, 's' || n, 'swift', t.at + case when n = 9 then interval '20 days' else interval '1 day' end, t.at + t.took, ((t.at + t.took) at time zone 'Asia/Shanghai')::date, ${stamp}
    from generate_series(1, 60) n, lateral (select timestamptz '2025-01-01 04:00Z' + n * interval '24 hours' as at, case when n % 4 = 0 then interval '9 days' else interval '5 days' end as took) t
    where n % 10 <> 0 and n <> 15;
  insert into core.reviews (customer_id, id, order_id, shop, external_id, review_ref, score, message, invited_at, answered_at, ${provenance})
    select ${ids}('review', 'seed', 'r' || n || ':' || k), ${order}, 'r' || n || ':' || k, case when n in (11, 12) then 'shared' else 'r' || n || ':' || k end, 1 + n % 5,
      case n when 13 then E'two\\nlines' when 16 then 'fine' end, timestamptz '2025-01-10Z' + n * interval '24 hours', case when n <> 14 then timestamptz '2025-01-11Z' + n * interval '24 hours' end, ${stamp}
    from generate_series(1, 60) n, generate_series(1, case n when 7 then 0 when 8 then 2 else 1 end) k;`;

const journey = `
  insert into journey.order_journey
  select o.customer_id, o.id, o.shop, true, o.status, o.status <> 'canceled', o.ordered_at, o.ordered_on, o.approved_at, s.handed_over_at, s.delivered_at, s.delivered_on, o.promised_on,
    v.answered, extract(epoch from s.delivered_at - o.ordered_at)::bigint, 7, s.delivered_on - o.promised_on,
    case when s.delivered_on is null then 'not_delivered' when s.delivered_on > o.promised_on then 'late' else 'on_time' end,
    case when s.delivered_on is null then 'not_delivered' when s.delivered_on > o.promised_on then 'late_1_3' else 'early_1_7' end,
    case when f.prev is null then 'first' else 'repeat' end, o.currency, o.region_code,
    coalesce(i.categories, '{}'), coalesce(i.category_minor, '{}'), coalesce(i.merchants, '{}'), coalesce(i.merchant_minor, '{}'),
    case when p.n is null then '{}' else array['alipay'] end, case when p.n is null then '{}' else array[p.paid] end,
    coalesce(i.n, 0), coalesce(i.price, 0), coalesce(i.freight, 0), coalesce(p.n, 0), coalesce(p.paid, 0), coalesce(v.n, 0), coalesce(v.stars, 0), coalesce(v.counts, '{0,0,0,0,0}'),
    f.prev, null, f.next, case when o.status <> 'canceled' then f.prev end, null, f.next, o.status <> 'canceled'
  from core.orders o
  join (select id, lag(ordered_on) over w as prev, lead(ordered_on) over w as next from core.orders window w as (partition by customer_id order by ordered_at)) f on f.id = o.id
  left join core.shipments s on s.order_id = o.id
  left join (select order_id, sum(n)::integer as n, sum(price) as price, sum(freight) as freight, array_agg(category order by category) as categories, array_agg(price + freight order by category) as category_minor,
      array_agg(merchant order by merchant) as merchants, array_agg(price + freight order by merchant) as merchant_minor
    from (select x.order_id, coalesce(p.category_code, '') as category, m.external_id as merchant, count(*) as n, sum(x.price_minor)::bigint as price, sum(x.freight_minor)::bigint as freight
      from core.order_items x join core.products p on p.id = x.product_id join core.merchants m on m.id = x.merchant_id group by 1, 2, 3) y group by 1) i on i.order_id = o.id
  left join (select order_id, count(*)::integer as n, sum(amount_minor)::bigint as paid from core.payments group by 1) p on p.order_id = o.id
  left join (select order_id, count(*)::integer as n, sum(score)::integer as stars, min(answered_at) as answered,
      array[count(*) filter (where score = 1), count(*) filter (where score = 2), count(*) filter (where score = 3), count(*) filter (where score = 4), count(*) filter (where score = 5)]::integer[] as counts
    from core.reviews group by 1) v on v.order_id = o.id;`;

const operations = `
  insert into ops.runs (source, shop, trigger, state, stage, fencing_token, finished_at, data_version) select 'seed', 'seed', 'cli', 'committed', 'done', n, now(), n from generate_series(1, 3) n;
  insert into ops.run_feeds (run_id, file_id, file_name, feed, home, read, inserted, quarantined) select run_id, gen_random_uuid(), 'orders.csv', 'orders', true, 61, 60, 1 from ops.runs;
  insert into ops.alerts (kind, severity, source, subject, title_en, title_zh, detail_en, detail_zh)
    select 'guard', 'warning', 'seed', 'orders.volume.' || n, 'few', '少', 'few', '少' from generate_series(1, 30) n;
  insert into ops.alert_deliveries (alert_id, event, number, channel) select id, 'opened', 1, c from ops.alerts, unnest('{desk,hook}'::text[]) c;
  insert into ops.quarantine (run_id, source, shop, feed, file_id, file_name, record_no, line_no, byte_offset, reason, field, detail, raw, raw_encrypted)
    select run_id, 'seed', 'seed', 'orders', gen_random_uuid(), 'orders.csv', 61, 62, 4096, 'invalid_date', 'ordered_at', '{"expected": "timestamp", "found": "2018-02-30"}', convert_to('o61,2018-02-30', 'UTF8'), run_id = 2 from ops.runs;
  insert into ops.pending (feed, id, shop, source, parent_concept, parent_id, parent_external_id, file_id, file_name, record_no, waiting_since, payload)
    values ('reviews', gen_random_uuid(), 'seed', 'seed', 'order', gen_random_uuid(), 'o999', gen_random_uuid(), 'reviews.csv', 1, now(), '{}');
  insert into ops.feed_state values ('seed', 'orders', 'seed', 60, '2025-03-02', 3, now(), interval '1 day');
  update ops.data_version set version = 3, published_at = now();`;

export async function seedShop(pool: pg.Pool): Promise<void> {
  for (const statements of [reference, people, children, journey, operations]) await pool.query(statements);
}
