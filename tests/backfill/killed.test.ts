import { readBackfill, readThrottle, startBackfill } from '@rapport/etl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { differences, dump } from '../faults/dump.ts';
import { emptyHouse } from '../faults/loads.ts';
import { closePublishing, loadedByHand, loadsOf, rowsOf } from '../schedule/houses.ts';
import { ScheduledShops } from '../schedule/scheduled-shop.ts';
import { eventually, WorkerProcess } from '../schedule/workers.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { BackfillProcess, days, stretchesOf, workHere } from './backfills.ts';

let house: TestDatabase;
let shops: ScheduledShops;
let id: string;
const processes: { child: { kill(signal: NodeJS.Signals): boolean } }[] = [];

beforeEach(async () => {
  shops = new ScheduledShops();
  vi.stubEnv('RAPPORT_SOURCES', shops.sources);
  house = await emptyHouse();
});
afterEach(async () => {
  for (const { child } of processes.splice(0)) child.kill('SIGKILL');
  await house.drop();
});

async function begin(source: string, n: number): Promise<void> {
  shops.schedule(source);
  for (const day of days(n)) shops.deliver(source, day);
  const ask = {
    source,
    first: '2026-11-02',
    last: days(n).at(-1) ?? '',
    throttle: readThrottle('none'),
    actor: 'test',
  };
  id = await startBackfill(house.pool, ask);
}

function work(pauseAt?: string): BackfillProcess {
  const started = new BackfillProcess(house, shops, id, pauseAt);
  processes.push(started);
  return started;
}

/** Every window once, in order, and the house as if nothing had been. */
async function expectWhole(source: string, n: number): Promise<void> {
  expect(await stretchesOf(house, id)).toEqual(days(n).map((day) => `loaded ${day}`));
  expect(await loadsOf(house, source)).toEqual(days(n).map((day) => `orders-${day}.csv`));
  expect(await rowsOf(house, `select from ops.runs where state = 'running'`)).toEqual([]);
  const byHand = await loadedByHand(
    shops,
    days(n).map((day) => [source, day]),
  );
  expect(differences(byHand, await dump(house.pool))).toEqual({});
}

it('killed in the middle of a window, at one stage after the other, it is gone on with: every window once', async () => {
  await begin('ants', 3);
  for (const stage of ['discover', 'landing', 'merge', 'commit']) {
    const doomed = work(stage);
    await doomed.until(`paused at ${stage}`);
    await doomed.kill();
  }
  expect(await readBackfill(house.pool, id)).toMatchObject({ state: 'running', done: 0 });
  expect(await workHere(house, shops, id)).toMatchObject({ state: 'done', loaded: 3 });
  await expectWhole('ants', 3);
  const failed = await rowsOf(house, `select distinct error_code from ops.runs where state = 'failed'`);
  expect(failed).toEqual([{ error_code: 'process_died' }]);
});

it('killed again and again at any moment, every window is published once', async () => {
  await begin('bees', 6);
  for (let kills = 0; kills < 4 && (await readBackfill(house.pool, id)).state === 'running'; kills++) {
    const doomed = work();
    await doomed.until('load.started');
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
    await doomed.kill();
  }
  expect(await workHere(house, shops, id)).toMatchObject({ state: 'done', loaded: 6 });
  await expectWhole('bees', 6);
});

it('a worker goes on with what a killed process began, and two of them share nothing', async () => {
  await begin('cats', 4);
  const doomed = work('merge');
  await doomed.until('paused at merge');
  await doomed.kill();
  const workers = [new WorkerProcess(house, shops), new WorkerProcess(house, shops)];
  processes.push(...workers);
  await eventually(async () => (await readBackfill(house.pool, id)).state === 'done');
  expect(await Promise.all(workers.map((one) => one.end('SIGTERM')))).toEqual([0, 0]);
  await expectWhole('cats', 4);
});

it('a process asleep past its lease publishes nothing when it wakes', async () => {
  await begin('dogs', 2);
  const sleeper = work('merge');
  await sleeper.until('paused at merge');
  sleeper.child.kill('SIGSTOP');
  expect(await workHere(house, shops, id)).toMatchObject({ state: 'done', loaded: 2 });
  sleeper.child.kill('SIGCONT');
  await sleeper.kill();
  await expectWhole('dogs', 2);
});

it('told to end, a worker leaves a window as it was, at no cost of attempts', async () => {
  await begin('emus', 2);
  const { opened, waited } = await closePublishing(house);
  const stopped = new WorkerProcess(house, shops);
  processes.push(stopped);
  await waited();
  expect(await stopped.end('SIGTERM')).toBe(0);
  expect(stopped.said).toContain('load.interrupted');
  await opened();
  const kept = `select state, attempts, retry_at from ops.backfill_windows order by window_at limit 1`;
  expect(await rowsOf(house, kept)).toEqual([{ state: 'waiting', attempts: 0, retry_at: null }]);
  expect(await workHere(house, shops, id)).toMatchObject({ state: 'done', loaded: 2 });
});
