import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TestDatabase } from '../testkit/index.ts';
import { emptyHouse, load, refusal } from './loads.ts';
import { smallShop } from './olist-files.ts';
import { ordersSql, TriedSources } from './tried-source.ts';

let house: TestDatabase;
beforeEach(async () => {
  house = await emptyHouse();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await house.drop();
});

const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await house.pool.query(sql)).rows;
const runs = () => rows('select state, error_code from ops.runs order by run_id');
const working = () =>
  rows(`select relname from pg_class where relnamespace = 'landing'::regnamespace and relkind = 'r'`);

it('a stop before the start, or while files are looked for, loads nothing', async () => {
  const stopped = AbortSignal.abort();
  expect((await refusal(house.url, smallShop().deliver(), { signal: stopped })).code).toBe('interrupted');
  expect(await runs()).toEqual([]);
  const stop = new AbortController();
  const onProgress = ({ stage }: { stage: string }) => void (stage === 'discover' && stop.abort());
  const { code } = await refusal(house.url, smallShop().deliver(), { signal: stop.signal, onProgress });
  expect(code).toBe('interrupted');
  expect(await runs()).toEqual([{ state: 'failed', error_code: 'interrupted' }]);
  const again = new AbortController();
  const dry = { signal: again.signal, dryRun: true, onProgress: () => again.abort() };
  expect((await refusal(house.url, smallShop().deliver(), dry)).code).toBe('interrupted');
  expect(await working()).toEqual([]);
});

it('a stop that comes while COMMIT is on its way does not say that nothing was published', async () => {
  await house.pool
    .query(`create function pause() returns trigger language plpgsql as 'begin perform pg_sleep(0.3); return null; end';
    create constraint trigger pause after insert on ops.run_feeds deferrable initially deferred for each row when (new.feed = 'orders' and new.home) execute function pause()`);
  const stop = new AbortController();
  const atCommit = async (): Promise<void> => {
    const [found] = await rows(
      `select from pg_stat_activity where datname = current_database() and state = 'active' and query = 'commit'`,
    );
    return found ? stop.abort() : atCommit();
  };
  const stopped: Promise<void>[] = [];
  const onProgress = ({ stage }: { stage: string }) => void (stage === 'commit' && stopped.push(atCommit()));
  const ended = await load(house.url, smallShop().deliver(), { signal: stop.signal, onProgress }).then(
    ({ state }) => state,
    ({ code }: { code: string }) => code,
  );
  await Promise.all(stopped);
  // On a machine so busy that the server sees its client gone first, nothing is committed: then that must be said.
  const [run] = await runs();
  expect(ended).toBe(run?.['state'] === 'committed' ? 'committed' : 'interrupted');
  expect(await rows('select count(*) as n from core.orders')).toEqual([{ n: ended === 'committed' ? 60 : 0 }]);
});

it('a connection that is lost, the run’s own included, leaves a failed run and no working table', async () => {
  const lose = () =>
    house.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'rapport ingest control%'`,
    );
  const lost: Promise<unknown>[] = [];
  const onProgress = ({ stage }: { stage: string }) =>
    void (stage === 'stage' && lost.length === 0 && lost.push(lose()));
  const { code } = await refusal(house.url, smallShop().deliver(), { onProgress });
  await Promise.all(lost);
  expect(code).toBe('database_lost');
  expect(await runs()).toEqual([{ state: 'failed', error_code: 'database_lost' }]);
  expect(await working()).toEqual([]);
});

it('a home that cannot hold the key fails the run by name, without a path', async () => {
  const tried = new TriedSources();
  vi.stubEnv('RAPPORT_SOURCES', tried.folder);
  tried.write(
    'keyed',
    `files: { orders: { file: orders.csv, columns: { id: text, person: text, status: text, at: timestamp }, personal: { person: hash } } }
feeds: { orders: { from: orders } }`,
    { orders: ordersSql('keyed') },
  );
  tried.put('orders.csv', 'id,person,status,at\no1,ada,created,2024-01-01 20:00:00\n');
  const file = join(mkdtempSync(join(tmpdir(), 'rapport-no-home-')), 'home');
  writeFileSync(file, '');
  const { code, message } = await refusal(house.url, tried.inbox, { source: 'keyed', home: file });
  expect([code, message.includes(tmpdir())]).toEqual(['master_key', false]);
  expect(await runs()).toEqual([{ state: 'failed', error_code: 'master_key' }]);
});

it('a directory under a file’s name is called one, without its path', async () => {
  const made = smallShop();
  const directory = made.deliver({ 'olist_orders_dataset.csv': () => null });
  mkdirSync(join(directory, 'olist_orders_dataset.csv'));
  const { code, message } = await refusal(house.url, directory);
  expect([code, message]).toEqual(['file_unreadable', 'olist_orders_dataset.csv cannot be read: it is a directory.']);
});

it('an id too long for an index is quarantined, not the end of the load', async () => {
  const made = smallShop().row('olist_order_payments_dataset.csv', `o1,2,${'x'.repeat(4000)},1,1.00`);
  const report = await load(house.url, made.deliver());
  expect(report.feeds.find(({ feed }) => feed === 'payments')).toMatchObject({ quarantined: 1 });
  expect(await rows('select reason, field from ops.quarantine')).toEqual([
    { reason: 'value_too_long', field: 'method' },
  ]);
});

it('a look-up that did not change adds its bad record to the quarantine once', async () => {
  const made = smallShop().row('product_category_name_translation.csv', 'too,many,fields');
  for (const id of ['x1', 'x2', 'x3']) await load(house.url, made.order('ada', id, { on: '2018-05-01' }).deliver());
  expect(await rows(`select count(*) as n from ops.quarantine where state = 'waiting'`)).toEqual([{ n: 1 }]);
});

it('a first load does not wait for somebody who holds an empty table', async () => {
  const reader = await house.pool.connect();
  await reader.query('begin; select from core.reviews');
  expect((await load(house.url, smallShop().deliver())).state).toBe('committed');
  await reader.query('rollback');
  reader.release();
  expect(await rows('select count(*) as n from core.reviews')).toEqual([{ n: 60 }]);
});
