import { readWorkerStatus, retryNow, runWorker, type WorkerOptions } from '@rapport/etl';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { loadsOf, rowsOf, windowsOf } from './houses.ts';
import { ScheduledShops } from './scheduled-shop.ts';
import { eventually, optionsFor, workOnce, type Line } from './workers.ts';

const START = '2026-11-01T12:00:00Z';
const NEXT_DAY = '2026-11-02T12:00:00Z';
const DAY = '2026-11-02';
/** Of the kit: one run a source, one publisher at a time. */
const SOURCE_LOCK = 7_270_002;
const PUBLISH_LOCK = 7_270_003;

/** Longer than a test: the next attempt comes when the test asks for it. */
const slowly = { backOff: { firstMs: 60_000, longestMs: 600_000, random: Math.random } };

let house: TestDatabase;
let shops: ScheduledShops;
beforeAll(async () => {
  house = await emptyHouse();
});
beforeEach(() => {
  shops = new ScheduledShops();
  vi.stubEnv('RAPPORT_SOURCES', shops.sources);
});
afterAll(() => house.drop());

const someoneWaits = `select from pg_locks where locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`;

/** A source seen by a worker the day before its first window. */
async function expecting(name: string, attempts = 10, freshness?: string): Promise<void> {
  shops.schedule(name, { attempts, ...(freshness === undefined ? {} : { freshness }) });
  await workOnce(house, shops, START);
}

const work = (now = NEXT_DAY): ReturnType<typeof workOnce> => workOnce(house, shops, now, slowly);

/** A worker that goes on until the source's window has come to this. */
async function workUntil(source: string, state: string): Promise<{ lines: Line[] }> {
  const stop = new AbortController();
  const lines: Line[] = [];
  const log: WorkerOptions['log'] = (_level, event, fields) => void lines.push({ event, ...fields });
  const working = runWorker({ ...optionsFor(house, shops, NEXT_DAY), log, signal: stop.signal });
  await eventually(async () => (await windowRow(source))[0]?.['state'] === state);
  stop.abort();
  await working;
  return { lines };
}

const windowRow = (source: string): Promise<Record<string, unknown>[]> =>
  rowsOf(house, `select state, attempts, error_code from ops.schedule_windows where source = '${source}'`);

it('a file that is still being written is tried again, and loaded when it is whole', async () => {
  await expecting('ink');
  shops.deliverText('ink', DAY, '');
  expect(await work()).toMatchObject({ retried: 1, failed: 0, loaded: 0 });
  expect(await windowRow('ink')).toEqual([{ state: 'waiting', attempts: 1, error_code: 'file_empty' }]);
  expect(await work(), 'not before its time').toMatchObject({ retried: 0, failed: 0, loaded: 0 });
  shops.deliver('ink', DAY);
  expect(await retryNow(house.pool, 'ink', 'test')).toBe(1);
  expect(await work()).toMatchObject({ retried: 0, failed: 0, loaded: 1 });
  expect(await windowRow('ink')).toEqual([{ state: 'loaded', attempts: 0, error_code: null }]);
  expect(await rowsOf(house, `select state, error_code from ops.runs where source = 'ink' order by run_id`)).toEqual([
    { state: 'failed', error_code: 'file_empty' },
    { state: 'committed', error_code: null },
  ]);
});

it('a trouble that does not pass ends the attempts, and the window has failed', async () => {
  await expecting('jade', 3);
  shops.deliverText('jade', DAY, '');
  const { lines } = await workUntil('jade', 'failed');
  const said = lines.filter(({ event }) => /^load\.(retry|failed)$/.test(event));
  expect(said.map(({ event, attempt }) => `${event} ${attempt}`)).toEqual([
    'load.retry 1',
    'load.retry 2',
    'load.failed 3',
  ]);
  expect(await windowRow('jade')).toEqual([{ state: 'failed', attempts: 3, error_code: 'file_empty' }]);
});

it('a broken contract is not tried again: it is seen, does not hold up the next window, and is retried by a person', async () => {
  await expecting('lamp');
  shops.deliverText('lamp', DAY, 'id,status,ordered\no1,shipped,2026-11-02 08:00:00\n').deliver('lamp', '2026-11-03');
  const { failed, retried, loaded } = await work('2026-11-03T12:00:00Z');
  expect({ failed, retried, loaded }).toEqual({ failed: 1, retried: 0, loaded: 1 });
  expect(await windowsOf(house, 'lamp')).toEqual(['failed 11-01 19:15', 'loaded 11-02 19:15']);
  const [run] = await rowsOf(
    house,
    `select r.state, r.error_code, r.trigger, w.error_message = r.error_message as same
     from ops.runs r join ops.schedule_windows w using (run_id) where w.source = 'lamp' order by run_id limit 1`,
  );
  expect(run).toEqual({ state: 'failed', error_code: 'header_missing_column', trigger: 'schedule', same: true });
  shops.deliver('lamp', DAY);
  expect(await retryNow(house.pool, 'lamp', 'test')).toBe(1);
  expect(await work('2026-11-03T12:00:00Z')).toMatchObject({ loaded: 1, failed: 0 });
  expect(await windowsOf(house, 'lamp')).toEqual(['loaded 11-01 19:15', 'loaded 11-02 19:15']);
});

it('a delivery that is not there is looked for again, and has failed when the attempts are used up', async () => {
  await expecting('mill', 2);
  expect(await work()).toMatchObject({ failed: 0, retried: 1 });
  expect(await windowRow('mill')).toEqual([{ state: 'waiting', attempts: 1, error_code: 'directory_missing' }]);
  // Its time has come; the job that would wait for it is forgotten, as the queue may be at any time.
  await house.pool.query(`update ops.schedule_windows set retry_at = now() where source = 'mill'`);
  await house.pool.query('delete from graphile_worker._private_jobs');
  await workUntil('mill', 'failed');
  expect(await windowRow('mill')).toEqual([{ state: 'failed', attempts: 2, error_code: 'directory_missing' }]);
  const { sources } = await readWorkerStatus(house.pool);
  expect(sources.find(({ source }) => source === 'mill')).toMatchObject({
    failed: 1,
    last: { state: 'failed', errorCode: 'directory_missing', errorMessage: expect.stringContaining('mill') },
  });
});

it('a delivery that is late is waited for until its feed would break its promise, however many attempts that takes', async () => {
  await expecting('oven', 1, '6 hours');
  expect(await work('2026-11-02T00:00:00Z')).toMatchObject({ failed: 0, retried: 1 });
  await retryNow(house.pool, 'oven', 'test');
  shops.deliver('oven', DAY);
  expect(await work('2026-11-02T01:00:00Z')).toMatchObject({ loaded: 1, failed: 0 });
  await expecting('oxen', 10, '6 hours');
  expect(await work('2026-11-02T01:16:00Z'), 'due at 19:15 the evening before').toMatchObject({
    failed: 1,
    retried: 0,
  });
});

it('a delivery that is not there does not hold up the one after it: it has failed when that is due', async () => {
  await expecting('silo', 10, '90 days');
  shops.deliver('silo', '2026-11-03');
  expect(await work('2026-11-03T12:00:00Z')).toMatchObject({ loaded: 1, failed: 1, retried: 0 });
  expect(await windowsOf(house, 'silo')).toEqual(['failed 11-01 19:15', 'loaded 11-02 19:15']);
});

async function client(): Promise<pg.Client> {
  const db = new pg.Client({ connectionString: house.url });
  db.on('error', () => undefined);
  await db.connect();
  return db;
}

it('a database that drops every connection in the middle of a load ends neither the worker nor the window', async () => {
  await expecting('nail');
  shops.deliver('nail', DAY);
  const gate = await client();
  await gate.query('select pg_advisory_lock($1)', [PUBLISH_LOCK]);
  const working = workUntil('nail', 'loaded');
  await eventually(async () => (await gate.query(someoneWaits)).rowCount === 1);
  await gate.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name ~ '^rapport (ingest|worker)'`);
  await gate.end();
  const { lines } = await working;
  expect(lines).toContainEqual(expect.objectContaining({ event: 'load.retry', code: 'database_lost' }));
  expect(await windowRow('nail')).toEqual([{ state: 'loaded', attempts: 1, error_code: null }]);
  expect(await loadsOf(house, 'nail')).toEqual([`orders-${DAY}.csv`]);
});

it('somebody who loads the source by hand is waited for, at no cost of attempts', async () => {
  await expecting('opal', 1);
  shops.deliver('opal', DAY);
  const hand = await client();
  await hand.query('select pg_advisory_lock($1, hashtext($2))', [SOURCE_LOCK, 'opal']);
  const { lines } = await work();
  expect(lines).toContainEqual(expect.objectContaining({ event: 'load.retry', code: 'source_busy' }));
  expect(await windowRow('opal')).toEqual([{ state: 'waiting', attempts: 0, error_code: 'source_busy' }]);
  await hand.end();
  await retryNow(house.pool, 'opal', 'test');
  expect(await work()).toMatchObject({ loaded: 1, failed: 0 });
});

it('a run that has lost its window to another one may not publish, though it holds the turn', async () => {
  await expecting('pots');
  shops.deliver('pots', DAY);
  const gate = await client();
  await gate.query('select pg_advisory_lock($1)', [PUBLISH_LOCK]);
  const working = work();
  await eventually(async () => (await gate.query(someoneWaits)).rowCount === 1);
  await gate.query(`update ops.schedule_windows set state = 'unchanged', run_id = 0 where source = 'pots'`);
  await gate.end();
  const { lines, loaded } = await working;
  expect(loaded).toBe(0);
  expect(lines).toContainEqual(expect.objectContaining({ event: 'load.taken_over', code: 'window_taken' }));
  expect(await loadsOf(house, 'pots')).toEqual([]);
  expect(await rowsOf(house, `select from core.orders where shop = 'pots'`)).toEqual([]);
  expect(await windowRow('pots')).toEqual([{ state: 'unchanged', attempts: 0, error_code: null }]);
});
