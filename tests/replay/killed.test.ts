import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { discard } from '@rapport/etl';
import { processEnvironment } from '../faults/config.ts';
import { differences, dump } from '../faults/dump.ts';
import { kill } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { home, orderColumns, ordersSql, Quarantine, refusedRows } from './refused.ts';

const quarantine = new Quarantine();
const { shop, load, replay, preview } = quarantine;
let disturbed: TestDatabase;
let clean: TestDatabase;

const mended = ordersSql.replace(', at as', `, at + interval '100 years' * (at < '1990-01-01')::int as`);
const orders = (sql: string) =>
  shop.source('killed', {
    files: { orders: { file: 'orders.csv', delivery: 'delta', columns: orderColumns } },
    feeds: { orders: { from: 'orders', sql } },
  });
const source = orders(ordersSql);

beforeAll(async () => {
  [disturbed, clean] = await Promise.all([quarantine.open(), quarantine.open()]);
  const refused = Array.from({ length: 20 }, (_, n) => `r${n},ada,shipped,1924-01-02 08:00`);
  shop.deliver({ 'orders.csv': ['id,person,status,at', 'a,ada,created,2024-01-01 08:00', ...refused].join('\n') });
  await load(disturbed, source);
  orders(mended);
  await load(clean, source);
});

function replayUntil(stage: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'replay-process.ts');
  const child = spawn(process.execPath, ['--import', './bin/register.mjs', script, disturbed.url, home, source], {
    env: { ...processEnvironment(), RAPPORT_SOURCES: shop.folder, RAPPORT_PAUSE_AT: stage },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes(`paused at ${stage}`)) resolve(child);
    });
    child.on('exit', (code) => reject(new Error(`the replay ended with ${code} before ${stage}: ${said}`)));
  });
}

it.each(['discover', 'landing', 'stage', 'merge', 'journey', 'rollup', 'commit'])(
  'a replay killed in %s loads nothing, and its rows wait on',
  async (stage) => {
    const [before, waiting] = [await dump(disturbed.pool), await refusedRows(disturbed)];
    await kill(await replayUntil(stage));
    expect(differences(before, await dump(disturbed.pool))).toEqual({});
    expect(await refusedRows(disturbed)).toEqual(waiting);
    const { rows } = await disturbed.pool.query('select count(*) as n from ops.audit');
    expect(rows).toEqual([{ n: 0 }]);
  },
);

it('a preview after all these deaths tells what a replay would do, and leaves no trace', async () => {
  const [before, waiting] = [await dump(disturbed.pool), await refusedRows(disturbed)];
  const runs = async () => (await disturbed.pool.query('select run_id, state from ops.runs order by 1')).rows;
  const known = await runs();
  const [told] = await preview(disturbed, { source });
  expect(told).toMatchObject({ rows: 20, loaded: 20, refused: 0, runId: null });
  expect(told!.sample[0]).toMatchObject({ id: waiting[0]!.id, outcome: 'loaded' });
  expect(told!.moved).toContainEqual({ metric: 'ORDERS', month: '2024-01-01', before: 1, after: 21 });
  expect(differences(before, await dump(disturbed.pool))).toEqual({});
  expect(await refusedRows(disturbed)).toEqual(waiting);
  expect(await runs()).toEqual(known);
});

it('the replay after all these deaths equals a clean load, and is written down once', async () => {
  expect(await replay(disturbed, { source })).toMatchObject([{ rows: 20, loaded: 20 }]);
  expect(differences(await dump(clean.pool), await dump(disturbed.pool))).toEqual({});
  const { rows } = await disturbed.pool.query('select actor, action, detail from ops.audit');
  expect(rows).toEqual([
    { actor: 'cli test', action: 'quarantine.replay', detail: { rows: 20, loaded: 20, superseded: 0, refused: 0 } },
  ]);
  const { rows: left } = await disturbed.pool.query(
    `select (select count(*) from pg_class where relnamespace = 'landing'::regnamespace and relkind = 'r') as tables,
      (select count(*) from pg_stat_activity where datname = current_database() and application_name like 'rapport ingest%') as connections`,
  );
  expect(left).toEqual([{ tables: 0, connections: 0 }]);
});

it('a replay and a load of the source at the same time: one waits for its turn or is told that it is not its turn', async () => {
  orders(ordersSql);
  const house = await quarantine.open();
  await load(house, source);
  orders(mended);
  shop.deliver({ 'orders.csv': 'id,person,status,at\nr0,ada,delivered,2024-01-02 08:00\n' });
  const settled = await Promise.allSettled([replay(house, { source }), load(house, source)]);
  const refusals = settled.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
  expect(['source_busy', 'fenced_off']).toEqual(expect.arrayContaining(refusals));
  await load(house, source);
  await replay(house, { source });
  const { rows } = await house.pool.query(`select status, count(*) as n from core.orders group by 1 order by 1`);
  expect(rows).toEqual([
    { status: 'created', n: 1 },
    { status: 'delivered', n: 1 },
    { status: 'shipped', n: 19 },
  ]);
  expect((await refusedRows(house)).filter(({ state }) => state === 'waiting')).toEqual([]);
});

it('a row that is discarded while it is replayed is either loaded or discarded, never both', async () => {
  orders(ordersSql);
  const house = await quarantine.open();
  shop.deliver({ 'orders.csv': 'id,person,status,at\na,ada,created,1924-01-02 08:00\n' });
  await load(house, source);
  orders(mended);
  let discarding: Promise<unknown> | undefined;
  const replayed = await quarantine
    .replay(house, { source }, null, ({ stage }) => {
      if (stage === 'landing')
        discarding ??= discard(house.pool, { selection: { source }, reason: 'meanwhile', actor: 'cli test' });
    })
    .then(
      () => 'replayed',
      (error: { code: string }) => error.code,
    );
  await discarding;
  const [{ state } = { state: '' }] = await refusedRows(house);
  const { rows } = await house.pool.query<{ n: number }>('select count(*) as n from core.orders');
  expect([
    ['refused_rows_touched', 'discarded', 0],
    ['replayed', 'replayed', 1],
  ]).toContainEqual([replayed, state, rows[0]?.n]);
});
