import {
  cancelBackfill,
  listBackfills,
  pauseBackfill,
  readBackfill,
  readThrottle,
  resumeBackfill,
  startBackfill,
} from '@rapport/etl';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { differences, dump } from '../faults/dump.ts';
import { emptyHouse } from '../faults/loads.ts';
import { closePublishing, loadedByHand, loadsOf, rowsOf } from '../schedule/houses.ts';
import { ScheduledShops } from '../schedule/scheduled-shop.ts';
import { eventually } from '../schedule/workers.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { days, stretchesOf, workHere } from './backfills.ts';

const full = readThrottle('none');

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

/** A source with so many days of deliveries, and a backfill over them. */
async function begin(source: string, n: number, throttle = full): Promise<string> {
  shops.schedule(source);
  for (const day of days(n)) shops.deliver(source, day);
  return startBackfill(house.pool, {
    source,
    first: '2026-11-02',
    last: days(n).at(-1) ?? '',
    throttle,
    actor: 'test',
  });
}

const filesOf = (n: number): string[] => days(n).map((day) => `orders-${day}.csv`);
const loaded = (n: number): string[] => days(n).map((day) => `loaded ${day}`);

it('loads each window once, oldest first, one publish each, as if by hand', async () => {
  const own = await emptyHouse();
  shops.schedule('ants');
  for (const day of days(4)) shops.deliver('ants', day);
  const id = await startBackfill(own.pool, {
    source: 'ants',
    first: '2026-11-02',
    last: '2026-11-05',
    throttle: full,
    actor: 'test',
  });
  const status = await workHere(own, shops, id);
  expect(status).toMatchObject({ state: 'done', total: 4, done: 4, loaded: 4, failed: 0, at: null });
  expect(await stretchesOf(own, id)).toEqual(loaded(4));
  expect(await loadsOf(own, 'ants')).toEqual(filesOf(4));
  const runs = await rowsOf(
    own,
    `select r.trigger, r.window_at = w.window_at as same from ops.runs r join ops.backfill_windows w using (run_id)`,
  );
  expect(runs).toEqual(days(4).map(() => ({ trigger: 'backfill', same: true })));
  const byHand = await loadedByHand(
    shops,
    days(4).map((day) => ['ants', day]),
  );
  expect(differences(byHand, await dump(own.pool))).toEqual({});
  await own.drop();
});

it('a throttle lets so many windows through and no more until its time has come', async () => {
  const id = await begin('bees', 3, readThrottle('1 window/day'));
  const stop = new AbortController();
  const working = workHere(house, shops, id, stop.signal);
  await eventually(async () => (await readBackfill(house.pool, id)).done === 1);
  const waits = `select next_at > now() + interval '23 hours' as waits from ops.backfills where backfill_id = ${id}`;
  expect(await rowsOf(house, waits)).toEqual([{ waits: true }]);
  stop.abort();
  await working;
  expect(await stretchesOf(house, id)).toEqual(['loaded 2026-11-02', 'waiting 2026-11-03', 'waiting 2026-11-04']);
  await house.pool.query('update ops.backfills set next_at = now() where backfill_id = $1', [id]);
  const again = new AbortController();
  const more = workHere(house, shops, id, again.signal);
  await eventually(async () => (await readBackfill(house.pool, id)).done === 2);
  again.abort();
  await more;
  expect(await stretchesOf(house, id)).toEqual(['loaded 2026-11-02', 'loaded 2026-11-03', 'waiting 2026-11-04']);
  await cancelBackfill(house.pool, id, 'test');
});

it('one that may work for a part of the time rests after each window in proportion', async () => {
  const id = await begin('bats', 2, readThrottle('1%'));
  const stop = new AbortController();
  const working = workHere(house, shops, id, stop.signal);
  const [begun] = await (async () => {
    await eventually(async () => (await readBackfill(house.pool, id)).done === 1);
    await eventually(async () => (await rowsOf(house, rested(id)))[0]?.['rests'] === true);
    return rowsOf(house, rested(id));
  })();
  expect(begun).toEqual({ rests: true });
  stop.abort();
  await working;
  await cancelBackfill(house.pool, id, 'test');
});

/** 99 times as long as it worked, less the moment it took to note it. */
const rested = (id: string): string => `select b.next_at - w.settled_at > 90 * (w.settled_at - w.started_at) as rests
  from ops.backfills b join ops.backfill_windows w using (backfill_id) where backfill_id = ${id} and w.state = 'loaded'`;

it('paused, nothing more is begun; resumed, it goes on where it was', async () => {
  const id = await begin('cats', 3);
  await pauseBackfill(house.pool, id, 'test');
  expect(await workHere(house, shops, id)).toMatchObject({ state: 'paused', done: 0 });
  await resumeBackfill(house.pool, id, 'test');
  expect(await workHere(house, shops, id)).toMatchObject({ state: 'done', loaded: 3 });
  expect(await loadsOf(house, 'cats')).toEqual(filesOf(3));
});

it('cancelled, what is published stays, and a window under way is not published any more', async () => {
  const id = await begin('dogs', 3);
  await house.pool.query(`update ops.backfills set gap = '1 day' where backfill_id = $1`, [id]);
  const stop = new AbortController();
  const first = workHere(house, shops, id, stop.signal);
  await eventually(async () => (await readBackfill(house.pool, id)).done === 1);
  stop.abort();
  await first;
  await house.pool.query('update ops.backfills set next_at = null, gap = null where backfill_id = $1', [id]);
  const { opened, waited } = await closePublishing(house);
  const working = workHere(house, shops, id);
  await waited();
  await cancelBackfill(house.pool, id, 'test');
  await opened();
  expect(await working).toMatchObject({ state: 'cancelled', loaded: 1, done: 1 });
  expect(await stretchesOf(house, id)).toEqual(['loaded 2026-11-02', 'cancelled 2026-11-03', 'cancelled 2026-11-04']);
  expect(await loadsOf(house, 'dogs')).toEqual(filesOf(1));
  expect(await rowsOf(house, `select error_code from ops.runs where source = 'dogs' and state = 'failed'`)).toEqual([
    { error_code: 'backfill_cancelled' },
  ]);
  await expect(resumeBackfill(house.pool, id, 'test')).rejects.toMatchObject({ code: 'backfill_over' });
});

it('a window that fails is seen and holds up nothing; resumed, it alone is loaded', async () => {
  const id = await begin('emus', 4);
  shops.deliverText('emus', '2026-11-03', 'id,status,ordered\no1,shipped,2026-11-03 08:00:00\n');
  const status = await workHere(house, shops, id);
  expect(status).toMatchObject({ state: 'done', loaded: 3, failed: 1, done: 4 });
  expect(status.failures).toEqual([
    { window: new Date('2026-11-02T16:00:00Z'), code: 'header_missing_column', message: expect.any(String) },
  ]);
  shops.deliver('emus', '2026-11-03');
  await resumeBackfill(house.pool, id, 'test');
  expect(await workHere(house, shops, id)).toMatchObject({ state: 'done', loaded: 4, failed: 0 });
  expect((await loadsOf(house, 'emus')).toSorted()).toEqual(filesOf(4));
});

it('one window after the other fails: it stops itself with the reason, and goes on when somebody has mended it', async () => {
  shops.schedule('jays');
  const ask = { source: 'jays', first: '2026-11-02', last: '2026-11-11', throttle: full, actor: 'test' };
  const id = await startBackfill(house.pool, ask);
  const stopped = { code: 'directory_missing', message: expect.stringContaining('jays'), windows: 5 };
  expect(await workHere(house, shops, id)).toMatchObject({ state: 'paused', failed: 5, done: 5, total: 10, stopped });
  for (const day of days(10).slice(7)) shops.deliver('jays', day);
  await resumeBackfill(house.pool, id, 'test'); // who knows of five that cannot be had gets past them
  expect(await workHere(house, shops, id)).toMatchObject({ state: 'done', failed: 7, loaded: 3, stopped: null });
  const said = await rowsOf(house, `select action, actor from ops.audit where action = 'backfill.stop'`);
  expect(said).toEqual([{ action: 'backfill.stop', actor: 'backfill' }]);
});

it('a day without a delivery has failed with what was looked for', async () => {
  shops.schedule('fish').deliver('fish', '2026-11-02');
  const ask = { source: 'fish', first: '2026-11-02', last: '2026-11-03', throttle: full, actor: 'test' };
  const id = await startBackfill(house.pool, ask);
  const { failures } = await workHere(house, shops, id);
  expect(failures).toEqual([
    { window: new Date('2026-11-02T16:00:00Z'), code: 'directory_missing', message: expect.stringContaining('fish') },
  ]);
});

it('what cannot be told apart or stands in the way is refused with the remedy', async () => {
  const ask = { first: '2026-11-02', last: '2026-11-03', actor: 'test' };
  shops.schedule('gnus', { from: 'gnus' }).schedule('hens');
  await expect(startBackfill(house.pool, { ...ask, source: 'gnus' })).rejects.toThrow(/has no \{date\}/);
  await expect(startBackfill(house.pool, { ...ask, source: 'olist' })).rejects.toMatchObject({
    code: 'nowhere_to_load_from',
  });
  await expect(startBackfill(house.pool, { ...ask, source: 'hens', step: 'hour' })).rejects.toThrow(/has no \{hour\}/);
  const id = await startBackfill(house.pool, { ...ask, source: 'hens' });
  await expect(startBackfill(house.pool, { ...ask, source: 'hens' })).rejects.toThrow(
    new RegExp(`"hens" has backfill ${id} already, which is running`),
  );
  await cancelBackfill(house.pool, id, 'test');
  await expect(pauseBackfill(house.pool, '99999', 'test')).rejects.toMatchObject({ code: 'unknown_backfill' });
  await expect(readBackfill(house.pool, 'x')).rejects.toMatchObject({ code: 'unknown_backfill' });
  const listed = await listBackfills(house.pool);
  expect(listed[0]).toMatchObject({ id, source: 'hens', state: 'cancelled', total: 2, done: 0, createdBy: 'test' });
});
