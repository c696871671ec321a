import { ingest, type IngestError } from '@rapport/etl';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { emptyHouse, kill, loadUntil } from '../faults/loads.ts';
import { lastLine, rapport } from '../setup/run-rapport.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { rowsOf } from './houses.ts';
import { ScheduledShops } from './scheduled-shop.ts';
import { workOnce } from './workers.ts';

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

const DAY = '2026-11-02';
const ONE = `id,status,ordered,changed\no1,shipped,${DAY} 08:00:00,${DAY} 08:00:00\n`;
const ALL = ['discover', 'landing', 'stage', 'merge', 'journey', 'rollup', 'commit'];

const load = (source: string, day = DAY): ReturnType<typeof ingest> =>
  ingest({ databaseUrl: house.url, home: shops.home, source, from: shops.folder(source, day) });

const stagesOf = (source: string): Promise<Record<string, unknown>[]> =>
  rowsOf(
    house,
    `select run_id, s.stage, s.rows, bytes > 0 as bytes, ended_at >= s.started_at as ended from ops.run_stages s join ops.runs using (run_id)
     where source = '${source}' order by run_id, s.started_at, ended_at`,
  );

it('a run that publishes leaves its stages in order, each ended, with what it handled', async () => {
  shops.schedule('apple').deliver('apple', DAY);
  await load('apple');
  const stages = await stagesOf('apple');
  expect(stages.map(({ stage }) => stage)).toEqual(ALL);
  expect(stages.every(({ ended }) => ended === true)).toBe(true);
  const counted = stages.filter(({ rows }) => rows !== null);
  expect(counted.map(({ stage, rows }) => [stage, rows])).toEqual([
    ['landing', 2],
    ['stage', 2],
    ['merge', 2],
  ]);
  const [last] = await rowsOf(
    house,
    `select r.finished_at - (select max(ended_at) from ops.run_stages s where s.run_id = r.run_id) <= interval '1 second' as together
     from ops.runs r where source = 'apple'`,
  );
  expect(last).toEqual({ together: true });
});

it('the files of a run say what they were to it, and how many records they had', async () => {
  const files = `select f.name, f.state, f.records, f.bytes > 0 as bytes, f.seconds > 0 as worked from ops.run_files f
    join ops.runs using (run_id) where source = 'pear' order by run_id, name`;
  shops.schedule('pear', { from: 'pear' }).deliverText('pear', '', ONE);
  await load('pear', '');
  expect(await rowsOf(house, files)).toEqual([
    { name: 'orders-.csv', state: 'fresh', records: 1, bytes: true, worked: true },
  ]);
  await load('pear', '');
  expect((await rowsOf(house, files)).at(-1)).toEqual({
    name: 'orders-.csv',
    state: 'known',
    records: null,
    bytes: true,
    worked: null,
  });
  expect((await stagesOf('pear')).at(-1)).toMatchObject({ stage: 'discover', bytes: true, ended: true });
});

it('a run that failed shows how far it came; what it had not published has no seconds', async () => {
  shops.schedule('plum').deliverText('plum', DAY, 'id,status,ordered\no1,shipped,2026-11-02 08:00:00\n');
  const failure = await load('plum').catch((error: IngestError) => error);
  expect(failure).toMatchObject({ code: 'header_missing_column' });
  expect((await stagesOf('plum')).map(({ stage, ended }) => [stage, ended])).toEqual([
    ['discover', true],
    ['landing', true],
  ]);
  expect(
    await rowsOf(
      house,
      `select f.state, f.seconds from ops.run_files f join ops.runs using (run_id) where source = 'plum'`,
    ),
  ).toEqual([{ state: 'fresh', seconds: null }]);
});

it('a run killed in a stage leaves it open; the next one of the source ends the run', async () => {
  shops.schedule('fig').deliver('fig', DAY);
  await kill(await loadUntil('journey', house.url, shops.folder('fig', DAY), 'fig'));
  await load('fig');
  const killed = (await stagesOf('fig')).filter(({ run_id }, _at, all) => run_id === all[0]?.['run_id']);
  expect(killed.map(({ stage, ended }) => [stage, ended])).toEqual([
    ['discover', true],
    ['landing', true],
    ['stage', true],
    ['merge', true],
    ['journey', null],
  ]);
});

it('a scheduled run names its window, and "runs show" tells the whole of it', async () => {
  shops.schedule('lime');
  await workOnce(house, shops, '2026-11-01T12:00:00Z');
  shops.deliver('lime', DAY);
  await workOnce(house, shops, '2026-11-02T12:00:00Z');
  const [run] = await rowsOf(house, `select run_id, window_at from ops.runs where source = 'lime'`);
  expect(run?.['window_at']).toEqual(new Date('2026-11-01T19:15:00Z'));
  const shown = await rapport(['runs', 'show', String(run?.['run_id']), '--json'], {
    DATABASE_URL: house.url,
    RAPPORT_HOME: shops.home,
    RAPPORT_SOURCES: shops.sources,
  });
  expect(shown.code).toBe(0);
  expect(lastLine(shown.stdout)).toMatchObject({
    source: 'lime',
    trigger: 'schedule',
    window: '2026-11-01T19:15:00.000Z',
    stages: ALL.map((stage) => ({ stage, seconds: expect.any(Number) })),
    files: [{ file: `orders-${DAY}.csv`, state: 'fresh', records: 2 }],
    feeds: [{ feed: 'orders', read: 2, inserted: 2 }],
    quarantine: [],
  });
});
