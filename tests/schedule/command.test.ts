import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyHouse } from '../faults/loads.ts';
import { lastLine, rapport } from '../setup/run-rapport.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { windowsOf } from './houses.ts';
import { ScheduledShops } from './scheduled-shop.ts';

let house: TestDatabase;
const shops = new ScheduledShops().schedule('kiln', { cron: '0 3 * * *', from: 'kiln' });
beforeAll(async () => {
  house = await emptyHouse();
});
afterAll(() => house.drop());

const worker = (...args: string[]): ReturnType<typeof rapport> =>
  rapport(['worker', ...args], {
    DATABASE_URL: house.url,
    RAPPORT_HOME: shops.home,
    RAPPORT_SOURCES: shops.sources,
    RAPPORT_DELIVERIES: shops.deliveries,
  });

it('pauses, shows, resumes and loads what is due, each with a result for machines', async () => {
  writeFileSync(
    join(shops.folder('kiln', ''), 'orders.csv'),
    'id,status,ordered,changed\no1,shipped,2026-11-02 08:00:00,2026-11-02 08:00:00\n',
  );
  const paused = await worker('pause', 'kiln', '--json');
  expect([paused.code, lastLine(paused.stdout)]).toEqual([0, { source: 'kiln', paused: true }]);
  await house.pool.query(`update ops.schedules set planned_until = now() - interval '1 day'`);
  const [shown, unscheduled, alive] = await Promise.all([
    worker('status', '--json'),
    worker('pause', 'olist'),
    worker('status', '--alive'),
  ]);
  expect(lastLine(shown.stdout)).toMatchObject({
    workers: [],
    sources: [
      { source: 'kiln', cron: '0 3 * * *', zone: 'Asia/Shanghai', pausedAt: expect.any(String), problem: null },
    ],
  });
  expect([unscheduled.code, alive.code]).toEqual([2, 1]);
  expect(unscheduled.stderr).toMatch(/"olist" has no schedule\. Add one to its source\.yaml/);
  expect((await worker('resume', 'kiln')).code).toBe(0);
  const worked = await worker('--once', '--json');
  expect([worked.code, lastLine(worked.stdout)]).toEqual([0, { loaded: 1, unchanged: 0, failed: 0, retried: 0 }]);
  const events = worked.stderr.split('\n').filter((line) => line.startsWith('{'));
  const said = events.map((line) => (JSON.parse(line) as { event: string }).event);
  expect(said.filter((event) => !event.startsWith('alerts.'))).toEqual([
    'worker.started',
    'windows.due',
    'load.started',
    'rollups.made',
    'load.loaded',
    'worker.stopping',
    'worker.stopped',
  ]);
  expect(await windowsOf(house, 'kiln')).toEqual([expect.stringMatching(/^loaded /)]);
});
