import pg from 'pg';
import { expect, it } from 'vitest';
import { closePublishing } from '../schedule/houses.ts';
import { eventually } from '../schedule/workers.ts';
import { home, orderColumns, ordersSql, Quarantine, refusedRows } from './refused.ts';

const quarantine = new Quarantine();
const { shop, load, replay, preview } = quarantine;

const mended = ordersSql.replace(', at as', `, at + interval '100 years' * (at < '1990-01-01')::int as`);
const orders = (name: string, sql = ordersSql) =>
  shop.source(name, {
    files: { orders: { file: `${name}*.csv`, delivery: 'delta', columns: orderColumns } },
    feeds: { orders: { from: 'orders', sql } },
  });

/** A house with a published order, and one in quarantine that is right by now. */
async function houseOf(name: string) {
  const house = await quarantine.open();
  const source = orders(name);
  const lines = ['id,person,status,at', 'a,ada,created,2024-01-01 08:00', 'b,ada,created,1924-01-02 08:00'];
  shop.deliver({ [`${name}.csv`]: lines.join('\n') });
  await load(house, source);
  orders(name, mended);
  return { house, source };
}

const next = { 'next.csv': 'id,person,status,at\nz,zoe,created,2024-01-05 08:00' };

it('a load that does not get its turn to publish gives up in time and names who has it', async () => {
  const house = await quarantine.open();
  orders('next');
  shop.deliver(next);
  const gate = await closePublishing(house);
  const options = { home, waitToPublishMs: 300 };
  const refused = await shop.load(house.url, 'next', options).catch((error: unknown) => error);
  await gate.opened();
  const holder = expect.stringMatching(/^".*" \(process \d+ of PostgreSQL, for \d+ s\)$/);
  expect(refused).toMatchObject({ code: 'publishing_busy', details: { source: 'next', seconds: 0, holder } });
  expect(await shop.load(house.url, 'next', { home })).toMatchObject({ state: 'committed' });
});

it('so does one whose table somebody holds', async () => {
  const house = await quarantine.open();
  orders('next');
  shop.deliver(next);
  const gate = new pg.Client({ connectionString: house.url, application_name: 'a forgotten window' });
  await gate.connect();
  await gate.query('begin');
  await gate.query('lock table core.orders in exclusive mode');
  const refused = await shop.load(house.url, 'next', { home, waitToPublishMs: 300 }).catch((error: unknown) => error);
  await gate.end();
  const holder = expect.stringContaining('"a forgotten window" (process');
  expect(refused).toMatchObject({ code: 'tables_held', details: { source: 'next', holder } });
});

it('a replay leaves no rollup stale', async () => {
  const { house, source } = await houseOf('caught');
  expect(await replay(house, { source })).toMatchObject([{ loaded: 1 }]);
  const { rows } = await house.pool.query('select name from ops.rollups where stale_since is not null');
  expect(rows).toEqual([]);
});

/** A connection of a run that waits for a table: "run dry …" is a preview's, "run 2" a load's. */
const waits = (run: string): string => `select from pg_stat_activity where datname = current_database()
  and wait_event = 'relation' and application_name ~ '^rapport ingest worker .*run ${run}'`;

it('a preview gives way to a load that wants to publish, and looks again after it', async () => {
  const { house, source } = await houseOf('polite');
  orders('pressing');
  const gate = new pg.Client({ connectionString: house.url });
  await gate.connect();
  await gate.query('begin');
  await gate.query('lock table ops.published_figures in access exclusive mode'); // where a publish is nearly done
  const looking = preview(house, { source });
  await eventually(async () => (await house.pool.query(waits('dry'))).rowCount === 1);
  shop.deliver({ 'pressing.csv': next['next.csv'] });
  const loading = load(house, 'pressing');
  await eventually(async () => (await house.pool.query(waits('[0-9]'))).rowCount === 1);
  await gate.end();
  expect(await loading).toMatchObject({ state: 'committed' });
  const [told] = await looking;
  expect(told).toMatchObject({ rows: 1, loaded: 1 });
  expect(told!.moved).toContainEqual({ metric: 'ORDERS', month: '2024-01-01', before: 2, after: 3 });
});

it('a preview that may never look says whom it gave way to', async () => {
  const { house, source } = await houseOf('patient');
  const { opened } = await closePublishing(house);
  const refused = await preview(house, { source }, null, { waitToPublishMs: 300 }).catch((error: unknown) => error);
  await opened();
  expect(refused).toMatchObject({
    code: 'publishing_busy',
    message: expect.stringMatching(/process \d+ of PostgreSQL.*pg_terminate_backend/),
  });
  expect(await refusedRows(house)).toMatchObject([{ state: 'waiting' }]);
});
