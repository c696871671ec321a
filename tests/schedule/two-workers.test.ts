import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pauseSource, resumeSource } from '@rapport/etl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { differences, dump } from '../faults/dump.ts';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { closePublishing, loadedByHand, loadsOf, rowsOf, windowsOf } from './houses.ts';
import { ScheduledShops } from './scheduled-shop.ts';
import { eventually, WorkerProcess, workOnce } from './workers.ts';

const START = '2026-11-01T12:00:00Z';

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

function worker(now: string, pauseAt?: string): WorkerProcess {
  const started = new WorkerProcess(house, shops, now, pauseAt);
  processes.push(started);
  return started;
}

/** `n` days of deliveries, from 2 November on; returns the days. */
function deliver(source: string, n: number): string[] {
  const days = Array.from({ length: n }, (_, at) => `2026-11-${String(at + 2).padStart(2, '0')}`);
  for (const day of days) shops.deliver(source, day);
  return days;
}

async function settled(source: string, n: number): Promise<boolean> {
  const windows = await windowsOf(house, source);
  return windows.filter((line) => line.startsWith('loaded')).length === n;
}

it('two workers on one schedule load each window exactly once, in order, and end when they are told to', async () => {
  shops.schedule('ants').schedule('bees');
  await workOnce(house, shops, START);
  const [ants, bees] = [deliver('ants', 4), deliver('bees', 4)];
  const both = [worker('2026-11-05T12:00:00Z'), worker('2026-11-05T12:00:00Z')];
  await eventually(async () => (await settled('ants', 4)) && (await settled('bees', 4)));
  expect(await Promise.all(both.map((one) => one.end('SIGTERM')))).toEqual([0, 0]);
  expect(await loadsOf(house, 'ants')).toEqual(ants.map((day) => `orders-${day}.csv`));
  expect(await loadsOf(house, 'bees')).toEqual(bees.map((day) => `orders-${day}.csv`));
  const runs = await rowsOf(house, `select state, count(*) as n from ops.runs group by state`);
  expect(runs).toEqual([{ state: 'committed', n: 8 }]);
  expect(await rowsOf(house, 'select from ops.workers')).toEqual([]);
});

it('a worker killed in the middle of a load is replaced: the window is loaded once, the house as if nothing had been', async () => {
  shops.schedule('crab');
  await workOnce(house, shops, START);
  const days = deliver('crab', 2);
  const doomed = worker('2026-11-03T12:00:00Z', 'merge');
  await doomed.until('paused at merge');
  await doomed.end('SIGKILL');
  const heir = worker('2026-11-03T12:00:00Z');
  await eventually(() => settled('crab', 2));
  expect(await heir.end('SIGTERM')).toBe(0);
  expect(await loadsOf(house, 'crab')).toEqual(days.map((day) => `orders-${day}.csv`));
  const byHand = await loadedByHand(
    shops,
    days.map((day) => ['crab', day]),
  );
  expect(differences(byHand, await dump(house.pool))).toEqual({});
  const failed = await rowsOf(house, `select state, error_code from ops.runs where state <> 'committed'`);
  expect(failed).toEqual([{ state: 'failed', error_code: 'process_died' }]);
});

it('a load that ends its process each time is not tried for ever: its window has failed, and the next one comes', async () => {
  shops.schedule('fawn', { attempts: 1 });
  await workOnce(house, shops, START);
  deliver('fawn', 2);
  for (let deaths = 0; deaths < 2; deaths++) {
    const doomed = worker('2026-11-03T12:00:00Z', 'landing');
    await doomed.until('paused at landing');
    await doomed.end('SIGKILL');
  }
  expect(await workOnce(house, shops, '2026-11-03T12:00:00Z')).toMatchObject({ failed: 1, loaded: 1 });
  expect(await windowsOf(house, 'fawn')).toEqual(['failed 11-01 19:15', 'loaded 11-02 19:15']);
  const [window] = await rowsOf(house, `select error_code from ops.schedule_windows where state = 'failed'`);
  expect(window).toEqual({ error_code: 'process_died' });
});

it('a worker asleep past its lease, in the middle of publishing, holds up nobody and publishes nothing when it wakes', async () => {
  shops.schedule('dove').schedule('emus');
  await workOnce(house, shops, START);
  const days = deliver('dove', 1);
  await pauseSource(house.pool, 'emus', 'test');
  const { opened, waited } = await closePublishing(house);
  const sleeper = worker('2026-11-02T12:00:00Z');
  await waited();
  sleeper.child.kill('SIGSTOP');
  await opened();
  // Now the sleeper holds the turn of its source and everybody's publishing.
  deliver('emus', 1);
  await resumeSource(house.pool, 'emus', 'test');
  const awake = worker('2026-11-02T12:00:00Z');
  await eventually(async () => (await settled('emus', 1)) && (await settled('dove', 1)));
  sleeper.child.kill('SIGCONT');
  await sleeper.until('load.taken_over');
  expect(await Promise.all([sleeper, awake].map((one) => one.end('SIGTERM')))).toEqual([0, 0]);
  expect(await loadsOf(house, 'dove')).toEqual(days.map((day) => `orders-${day}.csv`));
  const runs = await rowsOf(house, `select state, error_code from ops.runs where source = 'dove' order by run_id`);
  expect(runs).toEqual([
    { state: 'failed', error_code: 'process_died' },
    { state: 'committed', error_code: null },
  ]);
  const byHand = await loadedByHand(shops, [
    ['dove', '2026-11-02'],
    ['emus', '2026-11-02'],
  ]);
  expect(differences(byHand, await dump(house.pool))).toEqual({});
});

it('a source that cannot be read to its end holds up no other one', async () => {
  shops.schedule('fish').schedule('gnus');
  await workOnce(house, shops, START);
  deliver('gnus', 3);
  // A pipe that nobody writes to, as a dead network drive is: opening it never returns.
  const pipe = join(shops.folder('fish', '2026-11-02'), 'orders-1.csv');
  execFileSync('mkfifo', [pipe]);
  worker('2026-11-04T12:00:00Z');
  await eventually(() => settled('gnus', 3));
  expect(await windowsOf(house, 'fish')).toEqual(['running 11-01 19:15', 'waiting 11-02 19:15', 'waiting 11-03 19:15']);
});

it('told to stop, a worker interrupts what does not finish by itself; the next one loads it', async () => {
  shops.schedule('hens');
  await workOnce(house, shops, START);
  deliver('hens', 1);
  const { opened, waited } = await closePublishing(house);
  const stopped = worker('2026-11-02T12:00:00Z');
  await waited();
  expect(await stopped.end('SIGTERM')).toBe(0);
  expect(stopped.said).toContain('load.interrupted');
  await opened();
  const [window] = await rowsOf(house, 'select state, attempts, retry_at from ops.schedule_windows');
  expect(window).toEqual({ state: 'waiting', attempts: 0, retry_at: null });
  expect(await workOnce(house, shops, '2026-11-02T12:00:00Z')).toMatchObject({ loaded: 1 });
});
