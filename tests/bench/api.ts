// npm run bench -- api [--orders 20000] [--seconds 8] [--database name]: a generated shop behind our API with its guards on and behind PostGraphile 5 on
// the same database, in the same run: a page of 50 orders with customers, items and parcels, told the same by both; a customer's whole
// journey; the dashboard's own questions from 50 users once a second; how soon too much is refused. Exit code 1 where a bar is missed.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { createApiKey } from '@rapport/api';
import { inAll, loaded, quantile, started, visited, type Load, type Program } from './api/asking.ts';
import { dashboardBodies } from './api/dashboard.ts';
import { filled, onServer } from './api/house.ts';
import { assertSameData, bodiesFor, tellRelations } from './api/orders.ts';

const { values: options } = parseArgs({
  options: {
    orders: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '8' },
    /** Kept afterwards; filled only where it is not there yet. */
    database: { type: 'string' },
  },
});
const ORDERS = Number(options.orders);
const MS = Number(options.seconds) * 1000;
const CLIENTS = 16;
/** Turns each of the two has. */
const ROUNDS = 10;
const LEAST_TIMES = 1.3;
const MOST = { journey: 15, dashboard: 60, refusal: 10 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const missed: string[] = [];
function bar(held: boolean, line: string): void {
  say(`${held ? '  ok  ' : 'MISSED'} ${line}`);
  if (!held) missed.push(line);
}
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const told = ({ perSecond, p50, p95, p99 }: Load): string =>
  `${perSecond.toFixed(0)} requests/s, p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}`;

/** Turn about, so that whatever else the machine does falls on both. */
async function against(own: Program, theirs: Program, pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ shop: string; region: string }>(
    `select shop, region_code as region from journey.order_journey where region_code is not null and shop = 'demo' group by 1, 2 having count(*) >= 50 order by 2`,
  );
  const shop = rows[0]!.shop;
  const bodies = bodiesFor(
    shop,
    rows.map(({ region }) => region),
  );
  say(
    `{50 orders × 10 fields + customer + items + parcels}: the same ${await assertSameData(own, theirs, bodies)} orders from both`,
  );
  await loaded(own, bodies.own, CLIENTS, 2000);
  await loaded(theirs, bodies.theirs, CLIENTS, 2000);
  const runs: { own: Load; theirs: Load }[] = [];
  for (let no = 0; no < ROUNDS; no += 1)
    runs.push({
      own: await loaded(own, bodies.own, CLIENTS, (2 * MS) / ROUNDS),
      theirs: await loaded(theirs, bodies.theirs, CLIENTS, (2 * MS) / ROUNDS),
    });
  const [mine, other] = [inAll(runs.map((run) => run.own)), inAll(runs.map((run) => run.theirs))];
  say(`  ours         ${told(mine)}`);
  say(`  PostGraphile ${told(other)}`);
  const times = mine.perSecond / other.perSecond;
  bar(times >= LEAST_TIMES, `${times.toFixed(2)} times the throughput of PostGraphile 5 (at least ${LEAST_TIMES})`);
  bar(mine.p99 < other.p99, `p99 ${ms(mine.p99)} against ${ms(other.p99)}`);
}

const journey = `query Journey($id: ID!, $after: String) { customer(id: $id) { id journey(first: 100, after: $after) {
  nodes { id kind stage at title { en zh } detail { en zh } tone } pageInfo { hasNextPage endCursor } } } }`;

/** A customer's whole story: page after page, one after the other. */
async function journeys(own: Program, pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `select customer_id as id from core.tracking_events group by 1 order by count(*) desc limit 40`,
  );
  interface Page {
    data: { customer: { journey: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } };
  }
  const took: number[] = [];
  let fewest = Infinity;
  const read = async (id: string): Promise<void> => {
    const began = performance.now();
    let events = 0;
    let after: string | null = null;
    do {
      const { text } = await own.post(JSON.stringify({ query: journey, variables: { id, after } }));
      const { nodes, pageInfo } = (JSON.parse(text) as Page).data.customer.journey;
      events += nodes.length;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    if (events < 100) return;
    fewest = Math.min(fewest, events);
    took.push(performance.now() - began);
  };
  for (let round = 0; round < 6; round += 1) {
    if (round === 1) took.length = 0; // the first round warms
    for (const { id } of rows) await read(id);
  }
  const p95 = quantile(took, 0.95);
  bar(
    took.length >= 20 && p95 <= MOST.journey,
    `a customer's whole journey (${fewest} events and more, ${took.length} read): p50 ${ms(quantile(took, 0.5))}, p95 ${ms(p95)} (at most ${MOST.journey})`,
  );
}

async function dashboard(own: Program, pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ shop: string; asOf: string }>(
    `select shop, as_of as "asOf" from core.shops where shop = 'demo'`,
  );
  const bodies = dashboardBodies(rows[0]!.shop, rows[0]!.asOf);
  for (const body of bodies) {
    const { text } = await own.post(body);
    if (text.includes('"errors"')) throw new Error(`${body.slice(0, 300)}\n${text.slice(0, 500)}`);
  }
  const took = await visited(own, bodies, 50, Math.max(10, MS / 1000));
  const p95 = quantile(took, 0.95);
  bar(
    p95 <= MOST.dashboard,
    `the dashboard's ${bodies.length} questions, 50 users once a second: p50 ${ms(quantile(took, 0.5))}, p95 ${ms(p95)} (at most ${MOST.dashboard})`,
  );
}

async function refusals(own: Program): Promise<void> {
  const body = JSON.stringify({ query: '{ customers(first: 100) { nodes { orders(first: 100) { nodes { id } } } } }' });
  const took: number[] = [];
  for (let no = 0; no < 200; no += 1) {
    const began = performance.now();
    const { status } = await own.post(body);
    if (status !== 400) throw new Error(`What costs too much was answered with ${status}.`);
    took.push(performance.now() - began);
  }
  const p95 = quantile(took, 0.95);
  bar(p95 < MOST.refusal, `what costs too much is refused in ${ms(p95)} (p95, less than ${MOST.refusal})`);
}

async function bench(serverUrl: string): Promise<void> {
  say(`${ORDERS.toLocaleString('en')} orders, ${availableParallelism()} cores, ${CLIENTS} clients`);
  const shop = await filled(serverUrl, ORDERS, options.database);
  try {
    await tellRelations(shop.pool);
    const { key } = await createApiKey(shop.pool, { role: 'analyst', label: 'bench' });
    const own = await started('own-process.ts', shop.url, { authorization: `Bearer ${key}` });
    const theirs = await started('postgraphile-process.ts', shop.url, {});
    await against(own, theirs, shop.pool);
    await theirs.stop();
    await journeys(own, shop.pool);
    await dashboard(own, shop.pool);
    await refusals(own);
    await own.stop();
  } finally {
    await shop.drop();
  }
}

await onServer(bench);
say(missed.length === 0 ? 'Every bar is held.' : `${missed.length} missed.`);
process.exitCode = missed.length === 0 ? 0 : 1;
