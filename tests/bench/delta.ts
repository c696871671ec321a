import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { openEmbedded } from '@rapport/bin/postgres';
import { ingest, refreshJourney } from '@rapport/etl';
import { ensureRollups, noteFeeds, rollupMaintenance } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { useSources } from '../faults/config.ts';
import { ordersAsked } from './sizes/orders.ts';

const CHANGED = 50_000;
const MOST_SECONDS = 10;
const MOST_WAL = 600e6;
const MOST_GROWTH = 1.5;
const SHOP = 'delta';
const DAYS = 1095;
/** What came since the history was loaded. */
const RECENT_DAYS = 60;
/** Sizes of the history that the same delta meets; a smaller one has not so many orders in its last weeks. */
const sizes = ordersAsked({
  usage: 'npm run bench -- delta [--orders 1000000,10000000]',
  least: 1_000_000,
  otherwise: [1_000_000, 10_000_000],
});

const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (since: number) => (performance.now() - since) / 1000;

/** Orders of three years: seven in ten customers order once, the others several times. */
const ORDERS_MADE = (orders: number) => `create temp table made as
  select n, core.id_of('order', '${SHOP}', 'o' || n) as id, c as customer_no, core.id_of('customer', '${SHOP}', 'c' || c) as customer_id,
    timestamptz '2023-01-01 08:00+08' + (n - 1) * ${DAYS} / ${orders} * interval '1 day' + n % 50000 * interval '1 second' as ordered_at,
    n > ${orders} - ${orders} * ${RECENT_DAYS} / ${DAYS} as recent
  from (select n, case when n % 10 < 7 then n else 1 + (hashint8(n) & 2147483647) % greatest(${orders} / 5, 1) end as c from generate_series(1::bigint, ${orders}) n) o`;

const PROVENANCE = `null, '2025-12-31', '00000000-0000-0000-0000-00000000de17', n, n`;

/** What the loader writes of the chosen orders, in the order it writes them. */
const fillOrders = (which: string) => `
  insert into core.customers (customer_id, shop, external_id, region_code, source_version, file_time, file_id, record_no, row_hash)
  select distinct on (customer_id) customer_id, '${SHOP}', 'c' || customer_no, 'r' || customer_no % 30, ${PROVENANCE} from made where ${which} order by customer_id
  on conflict do nothing;
  insert into core.orders (customer_id, id, shop, external_id, status, ordered_at, ordered_on, promised_on, currency, region_code, source_version, file_time, file_id, record_no, row_hash)
  select customer_id, id, '${SHOP}', 'o' || n, case when n % 50 = 0 then 'canceled' else 'delivered' end, ordered_at, (ordered_at at time zone 'Asia/Shanghai')::date,
    (ordered_at at time zone 'Asia/Shanghai')::date + 5, 'CNY', 'r' || customer_no % 30, ${PROVENANCE} from made where ${which} order by customer_id, id;
  insert into core.identity (id, concept, customer_id)
  select id, 'order', customer_id from made where ${which} union all select distinct customer_id, 'customer', customer_id from made where ${which} order by 1
  on conflict do nothing`;

/** As if they had been loaded: a long history at once, and the last weeks since in deliveries. Made in SQL. */
async function fill(pool: pg.Pool, orders: number): Promise<void> {
  const tx = await pool.connect();
  try {
    await tx.query(
      `set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB';
       insert into core.shops (shop, title_en, title_zh, zone, currency) values ('${SHOP}', 'Delta', '增量', 'Asia/Shanghai', 'CNY');
       insert into core.regions (shop, code) select '${SHOP}', 'r' || n from generate_series(0, 29) n on conflict do nothing;
       ${ORDERS_MADE(orders)}; analyze made; begin; ${fillOrders('not recent')}; commit;
       analyze core.customers, core.orders, core.identity; begin`,
    );
    await refreshJourney(tx, 'shop', SHOP);
    await tx.query(
      `commit; begin; ${fillOrders('recent')};
       create temp table affected_customers (customer_id uuid primary key) on commit drop;
       insert into affected_customers select distinct customer_id from made where recent; analyze affected_customers`,
    );
    await refreshJourney(tx, 'affected', SHOP);
    await tx.query(
      `update core.shops set as_of = (select max(ordered_on) from journey.order_journey where shop = $1) where shop = $1`,
      [SHOP],
    );
    await noteFeeds(tx, SHOP, 'everything');
    await rollupMaintenance.rebuild(tx);
    await tx.query(
      `insert into ops.runs (source, shop, trigger, state, stage, fencing_token, finished_at) values ('till', '${SHOP}', 'cli', 'committed', 'done', 0, now());
       insert into ops.feed_state (source, feed, shop, rows, last_run_id, last_published_at) select 'till', 'orders', '${SHOP}', ${orders}, max(run_id), now() from ops.runs;
       commit; drop table made`,
    );
    await tx.query('vacuum analyze');
    await tx.query('checkpoint');
  } finally {
    tx.release();
  }
}

/** What a shop's next delivery changes: nine in ten of the orders are of the last weeks, one in ten is from all over the history. */
const CHANGED_ORDERS = (orders: number) => `
  select ${orders} - at * (${orders} * ${RECENT_DAYS} / ${DAYS} / ${CHANGED}) as n, at from generate_series(0, ${CHANGED} - 1) at where at % 10 > 0
  union all select 1 + at * ${Math.floor(orders / CHANGED)}, at from generate_series(0, ${CHANGED} - 1) at where at % 10 = 0`;

/** Each has another status; one in fifty another promise, one in fifty another customer. */
async function writeDelta(pool: pg.Pool, folder: string, orders: number): Promise<void> {
  const { rows } = await pool.query<{ line: string }>(
    `select concat_ws(',', o.external_id, case when at % 50 = 1 then 'c' || at else c.external_id end,
       case o.status when 'canceled' then 'delivered' else 'canceled' end, to_json(o.ordered_at)#>>'{}',
       case when at % 50 = 2 then o.promised_on + 3 else o.promised_on end, o.region_code) as line
     from (${CHANGED_ORDERS(orders)}) changed
     join core.orders o on o.id = core.id_of('order', '${SHOP}', 'o' || n)
     join core.customers c using (customer_id)`,
  );
  const lines = rows.map(({ line }) => line).join('\n');
  writeFileSync(join(folder, 'orders-1.csv'), `id,customer,status,at,promised,region\n${lines}\n`);
}

function writeSource(folder: string): void {
  mkdirSync(join(folder, 'till'), { recursive: true });
  writeFileSync(
    join(folder, 'till', 'source.yaml'),
    `name: till
shop: { code: ${SHOP}, title: { en: Delta, zh: 增量 }, zone: Asia/Shanghai, currency: CNY }
files:
  orders: { file: orders-*.csv, delivery: delta, columns: { id: text, customer: text, status: text, at: timestamptz, promised: date, region: text } }
feeds:
  orders: { from: orders }
`,
  );
  writeFileSync(
    join(folder, 'till', 'orders.sql'),
    `select file_id, record_no, id as external_id, customer as customer_ref, status, at as ordered_at, promised as promised_on, region as region_code from landing.till__orders\n`,
  );
}

interface Measured {
  orders: number;
  wall: number;
  wal: number;
  stages: string;
}

async function measure(serverUrl: string, orders: number, folder: string): Promise<Measured> {
  const admin = openPool(serverUrl, { max: 1 });
  const name = `rapport_bench_delta_${orders}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  const pool = openPool(url.href, { max: 2 });
  try {
    await migrate(url.href);
    await ensureRollups(pool);
    const began = performance.now();
    await fill(pool, orders);
    say(`${orders.toLocaleString('en')} orders made in ${seconds(began).toFixed(0)} s`);
    const files = join(folder, String(orders));
    mkdirSync(files, { recursive: true });
    await writeDelta(pool, files, orders);
    const lsn = async () =>
      (await pool.query<{ lsn: string }>('select pg_current_wal_insert_lsn() as lsn')).rows[0]?.lsn;
    const before = await lsn();
    const started = performance.now();
    const report = await ingest({ databaseUrl: url.href, source: 'till', from: files, home: folder });
    const wall = seconds(started);
    const { rows } = await pool.query<{ bytes: number }>('select pg_wal_lsn_diff($1, $2)::bigint as bytes', [
      await lsn(),
      before,
    ]);
    const stages = report.stages.map((one) => `${one.stage} ${one.seconds.toFixed(2)}`).join(' · ');
    const [counts] = report.feeds;
    say(
      `  ${counts?.read} read, ${counts?.inserted} inserted, ${counts?.updated} updated: ${wall.toFixed(2)} s (${stages})`,
    );
    return { orders, wall, wal: rows[0]?.bytes ?? 0, stages };
  } finally {
    await pool.end();
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

/** A delta costs what it changes, not what there is. */
async function bench(serverUrl: string, folder: string): Promise<boolean> {
  const measured: Measured[] = [];
  for (const size of sizes) measured.push(await measure(serverUrl, size, folder));
  for (const { orders, wall, wal } of measured)
    say(
      `${CHANGED.toLocaleString('en')} changed of ${orders.toLocaleString('en')}: ${wall.toFixed(2)} s (at most ${MOST_SECONDS}), WAL ${(wal / 1e6).toFixed(0)} MB (at most ${MOST_WAL / 1e6})`,
    );
  const [small] = measured;
  const large = measured.at(-1);
  const growth = small && large ? large.wall / small.wall : 1;
  if (measured.length > 1) say(`the largest takes ${growth.toFixed(2)} × the smallest (at most ${MOST_GROWTH})`);
  return growth <= MOST_GROWTH && measured.every(({ wall, wal }) => wall <= MOST_SECONDS && wal <= MOST_WAL);
}

const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-delta-'));
chmodSync(folder, 0o711); // the server runs as nobody when started as root
writeSource(join(folder, 'sources'));
useSources(join(folder, 'sources'));
const server = await openEmbedded({ home: folder });
try {
  process.exitCode = (await bench(server.urlOf('postgres'), folder)) ? 0 : 1;
} finally {
  await server.leave();
  rmSync(folder, { recursive: true, force: true });
}
