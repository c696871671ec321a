import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readBackfill, readRequest, readThrottle, requestLoad, startBackfill } from '@rapport/etl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyHouse, kill, loadUntil } from '../faults/loads.ts';
import { loadsOf, rowsOf, windowsOf } from '../schedule/houses.ts';
import { ScheduledShops } from '../schedule/scheduled-shop.ts';
import { eventually, WorkerProcess, workOnce } from '../schedule/workers.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { days, workHere } from './backfills.ts';

const START = '2026-11-01T12:00:00Z';
const full = readThrottle('none');

let house: TestDatabase;
let shops: ScheduledShops;
const processes: WorkerProcess[] = [];

beforeEach(async () => {
  shops = new ScheduledShops();
  vi.stubEnv('RAPPORT_SOURCES', shops.sources);
  house = await emptyHouse();
});
afterEach(async () => {
  for (const one of processes.splice(0)) one.child.kill('SIGKILL');
  await house.drop();
});

function worker(now: string): WorkerProcess {
  const started = new WorkerProcess(house, shops, now);
  processes.push(started);
  return started;
}

const ask = (source: string, n: number) =>
  startBackfill(house.pool, { source, first: '2026-11-02', last: days(n).at(-1) ?? '', throttle: full, actor: 'test' });

it('windows of the source itself that are due come first', async () => {
  shops.schedule('ants');
  await workOnce(house, shops, START);
  for (const day of days(7)) shops.deliver('ants', day);
  // Asked for before any worker saw that the windows of the 5th to the 8th are due.
  const id = await ask('ants', 3);
  await house.pool.query(`update ops.schedules set planned_until = '2026-11-04T12:00:00Z'`);
  worker('2026-11-08T12:00:00Z');
  await eventually(async () => (await readBackfill(house.pool, id)).state === 'done');
  expect(await windowsOf(house, 'ants')).toEqual(['04', '05', '06', '07'].map((day) => `loaded 11-${day} 19:15`));
  const runs = await rowsOf(house, `select trigger from ops.runs where state = 'committed' order by data_version`);
  expect(runs.map(({ trigger }) => trigger)).toEqual([...Array(4).fill('schedule'), ...Array(3).fill('backfill')]);
});

it('a window that comes due after a backfill began is loaded before the next window of it', async () => {
  shops.schedule('bees');
  await workOnce(house, shops, START);
  const id = await ask('bees', 3);
  for (const day of days(4)) shops.deliver('bees', day);
  // The backfill's first window never ends: its file is a pipe that nobody writes to.
  const stuck = join(shops.folder('bees', '2026-11-02'), 'orders-0.csv');
  execFileSync('mkfifo', [stuck]);
  await house.pool.query(`update ops.schedules set planned_until = '2026-11-04T12:00:00Z'`);
  const doomed = worker('2026-11-04T12:00:00Z');
  await doomed.until('load.started');
  await doomed.end('SIGKILL');
  execFileSync('rm', [stuck]);
  worker('2026-11-05T12:00:00Z');
  await eventually(async () => (await readBackfill(house.pool, id)).state === 'done');
  const runs = await rowsOf(house, `select trigger from ops.runs where state = 'committed' order by data_version`);
  expect(runs.map(({ trigger }) => trigger)).toEqual(['schedule', 'backfill', 'backfill', 'backfill']);
});

it('windows that nobody is alive to load are not waited for', async () => {
  shops.schedule('cats');
  await workOnce(house, shops, START);
  for (const day of days(2)) shops.deliver('cats', day);
  await house.pool.query(`insert into ops.schedule_windows (source, window_at) values ('cats', '2026-11-02T19:15Z')`);
  const id = await ask('cats', 2);
  expect(await workHere(house, shops, id)).toMatchObject({ state: 'done', loaded: 2 });
});

it('a backfill that is stuck holds up no other source, neither its schedule nor its backfill', async () => {
  shops.schedule('dogs').schedule('emus').schedule('fish');
  await workOnce(house, shops, START);
  for (const source of ['emus', 'fish']) for (const day of days(3)) shops.deliver(source, day);
  execFileSync('mkfifo', [join(shops.folder('dogs', '2026-11-02'), 'orders-1.csv')]);
  await house.pool.query(`update ops.schedules set paused_at = now() where source <> 'emus'`);
  const [stuck, other] = [await ask('dogs', 1), await ask('fish', 3)];
  worker('2026-11-04T12:00:00Z');
  await eventually(async () => (await readBackfill(house.pool, other)).state === 'done');
  await eventually(async () => (await loadsOf(house, 'emus')).length === 3);
  expect(await readBackfill(house.pool, stuck)).toMatchObject({ state: 'running', done: 0 });
});

it('a load that takes long before it publishes does not hold the publishing: others publish meanwhile', async () => {
  shops.schedule('gnus').schedule('hens');
  for (const source of ['gnus', 'hens']) shops.deliver(source, '2026-11-02');
  for (const stage of ['discover', 'landing', 'stage']) {
    const slow = await loadUntil(stage, house.url, shops.folder('gnus', '2026-11-02'), 'gnus');
    const id = await requestLoad(house.pool, { source: 'hens', folder: 'hens/2026-11-02', actor: 'test' });
    expect(await workOnce(house, shops, START)).toMatchObject({ failed: 0, retried: 0 });
    expect(await readRequest(house.pool, id)).toMatchObject({ state: stage === 'discover' ? 'loaded' : 'unchanged' });
    await kill(slow);
  }
  expect(await loadsOf(house, 'hens')).toEqual(['orders-2026-11-02.csv']);
});

it('what a person asks for is kept until it is done, once, whatever becomes of the process that does it', async () => {
  shops.schedule('ibex').deliver('ibex', '2026-11-02');
  await workOnce(house, shops, START);
  const id = await requestLoad(house.pool, { source: 'ibex', folder: 'ibex/2026-11-02', actor: 'user ada' });
  const again = await requestLoad(house.pool, { source: 'ibex', folder: 'ibex/2026-11-02', actor: 'user ben' });
  expect(again).toBe(id);
  const doomed = new WorkerProcess(house, shops, START, 'merge');
  processes.push(doomed);
  await doomed.until('paused at merge');
  await doomed.end('SIGKILL');
  worker(START);
  await eventually(async () => (await readRequest(house.pool, id))?.state === 'loaded');
  expect(await loadsOf(house, 'ibex')).toEqual(['orders-2026-11-02.csv']);
  const runs = await rowsOf(house, `select state, trigger from ops.runs order by run_id`);
  expect(runs).toEqual([
    { state: 'failed', trigger: 'api' },
    { state: 'committed', trigger: 'api' },
  ]);
});

it('a request that cannot be done has failed with its reason; one that names no place is refused', async () => {
  shops.schedule('jays');
  const id = await requestLoad(house.pool, { source: 'jays', folder: null, actor: 'test' });
  await workOnce(house, shops, START);
  expect(await readRequest(house.pool, id)).toMatchObject({ state: 'failed', errorCode: 'directory_missing' });
  await expect(requestLoad(house.pool, { source: 'olist', folder: null, actor: 'test' })).rejects.toMatchObject({
    code: 'nowhere_to_load_from',
  });
});
