import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pauseSource, readWorkerStatus, resumeSource } from '@rapport/etl';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { differences, dump } from '../faults/dump.ts';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { loadedByHand, loadsOf, windowsOf } from './houses.ts';
import { ScheduledShops } from './scheduled-shop.ts';
import { workOnce } from './workers.ts';

let house: TestDatabase;
let shops = new ScheduledShops();
beforeAll(async () => {
  house = await emptyHouse();
});
beforeEach(() => vi.stubEnv('RAPPORT_SOURCES', shops.sources));
const alone = (): void => {
  shops = new ScheduledShops();
  vi.stubEnv('RAPPORT_SOURCES', shops.sources);
};
afterAll(() => house.drop());

it('a source is planned from the moment it is first seen: nothing before it is due', async () => {
  shops.schedule('tea').deliver('tea', '2026-11-02').deliver('tea', '2026-11-03').deliver('tea', '2026-11-04');
  expect(await workOnce(house, shops, '2026-11-01T12:00:00Z')).toMatchObject({ loaded: 0, failed: 0 });
  expect(await windowsOf(house, 'tea')).toEqual([]);
});

it('after three days away the missed windows are loaded one by one, in order, as if by hand', async () => {
  expect(await workOnce(house, shops, '2026-11-04T12:00:00Z')).toMatchObject({ loaded: 3, unchanged: 0, failed: 0 });
  expect(await windowsOf(house, 'tea')).toEqual(['loaded 11-01 19:15', 'loaded 11-02 19:15', 'loaded 11-03 19:15']);
  const days = ['2026-11-02', '2026-11-03', '2026-11-04'];
  expect(await loadsOf(house, 'tea')).toEqual(days.map((day) => `orders-${day}.csv`));
  const byHand = await loadedByHand(
    shops,
    days.map((day) => ['tea', day]),
  );
  expect(differences(byHand, await dump(house.pool))).toEqual({});
});

it('the same moment again finds nothing due; a clock that went back invents nothing', async () => {
  const before = await windowsOf(house, 'tea');
  expect(await workOnce(house, shops, '2026-11-04T12:00:00Z')).toMatchObject({ loaded: 0, unchanged: 0 });
  expect(await workOnce(house, shops, '2026-11-02T12:00:00Z')).toMatchObject({ loaded: 0, unchanged: 0 });
  expect(await windowsOf(house, 'tea')).toEqual(before);
});

it('with catchUp: latest only the newest missed window is loaded; the others say that they were skipped', async () => {
  alone();
  shops.schedule('rice', { catchUp: 'latest', from: 'rice' });
  writeFileSync(join(shops.folder('rice', ''), 'orders.csv'), 'id,status,ordered,changed\n');
  await workOnce(house, shops, '2026-11-05T12:00:00Z');
  shops.deliver('rice', '');
  expect(await workOnce(house, shops, '2026-11-08T12:00:00Z')).toMatchObject({ loaded: 1 });
  expect(await windowsOf(house, 'rice')).toEqual(['skipped 11-05 19:15', 'skipped 11-06 19:15', 'loaded 11-07 19:15']);
});

it('a paused source loads nothing and forgets nothing; resumed, it catches up', async () => {
  alone();
  shops.schedule('silk', { cron: '0 */8 * * *', zone: 'Europe/Berlin', from: 'silk/{date}-{hour}' });
  await workOnce(house, shops, '2026-10-24T20:00:00Z');
  await pauseSource(house.pool, 'silk', 'test');
  for (const part of ['2026-10-25-00', '2026-10-25-08', '2026-10-25-16']) shops.deliver('silk', part);
  expect(await workOnce(house, shops, '2026-10-25T15:00:00Z')).toMatchObject({ loaded: 0 });
  // The night between has 25 hours.
  const due = ['10-24 22:00', '10-25 07:00', '10-25 15:00'];
  expect(await windowsOf(house, 'silk')).toEqual(due.map((at) => `waiting ${at}`));
  const { sources } = await readWorkerStatus(house.pool, new Date('2026-10-25T15:00:00Z'));
  expect(sources.find(({ source }) => source === 'silk')).toMatchObject({
    pausedAt: expect.any(Date),
    waiting: 3,
    next: new Date('2026-10-25T23:00:00Z'),
  });
  await resumeSource(house.pool, 'silk', 'test');
  expect(await workOnce(house, shops, '2026-10-25T15:00:00Z')).toMatchObject({ loaded: 3 });
  expect(await windowsOf(house, 'silk')).toEqual(due.map((at) => `loaded ${at}`));
});

it('a window of spring that does not exist on the clock is recorded once', async () => {
  alone();
  shops.schedule('wool', { cron: '30 2 * * *', zone: 'Europe/Berlin' });
  for (const day of ['2027-03-27', '2027-03-28', '2027-03-29']) shops.deliver('wool', day);
  for (const now of ['2027-03-26T12:00:00Z', '2027-03-28T00:59:00Z', '2027-03-28T01:00:00Z', '2027-03-29T12:00:00Z'])
    await workOnce(house, shops, now);
  expect(await windowsOf(house, 'wool')).toEqual(['loaded 03-27 01:30', 'loaded 03-28 01:00', 'loaded 03-29 00:30']);
});

it('a source whose folder is broken holds up nobody, and says what is wrong with it', async () => {
  alone();
  mkdirSync(join(shops.sources, 'torn'));
  writeFileSync(join(shops.sources, 'torn', 'source.yaml'), 'name: torn\nschedule: { cron: noon }\n');
  shops.schedule('vine').deliver('vine', '2027-04-01');
  await workOnce(house, shops, '2027-03-31T12:00:00Z');
  const { loaded, lines } = await workOnce(house, shops, '2027-04-01T00:00:00Z');
  expect(loaded).toBe(1);
  const said = lines.filter(({ event }) => event === 'source.unreadable');
  expect(said).toMatchObject([{ source: 'torn', problem: expect.stringMatching(/torn\/source\.yaml, line \d+: /) }]);
});

it('pausing a source that has no schedule is refused with the remedy', async () => {
  await expect(pauseSource(house.pool, 'olist', 'test')).rejects.toMatchObject({ code: 'not_scheduled' });
  await expect(pauseSource(house.pool, 'nosuch', 'test')).rejects.toMatchObject({ code: 'unknown_source' });
});
