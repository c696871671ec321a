import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { emptyHouse } from '../faults/loads.ts';
import { root } from '../setup/run-rapport.ts';
import { bareEnvironment } from '../testkit/config.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { loadsOf, windowsOf } from './houses.ts';
import { ScheduledShops } from './scheduled-shop.ts';
import { eventually, workOnce } from './workers.ts';

let house: TestDatabase;
let worker: ChildProcess | null = null;
const shops = new ScheduledShops();
beforeAll(async () => {
  vi.stubEnv('RAPPORT_SOURCES', shops.sources);
  house = await emptyHouse();
});
afterAll(async () => {
  release();
  await house.drop();
});

const dead = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `dead_${letter}`);
const pipeOf = (source: string): string => join(shops.folder(source, ''), 'orders-1.csv');

/** The drives come back: what waits for them reads to the end. */
function release(): void {
  for (const source of dead) {
    try {
      closeSync(openSync(pipeOf(source), constants.O_WRONLY | constants.O_NONBLOCK));
    } catch {
      // nobody waits for this one
    }
  }
}

it('as many dead drives as Node has threads by itself, and more, hold up nobody who is well, and do not keep a worker from ending', async () => {
  for (const source of [...dead, 'well']) shops.schedule(source, { cron: '0 0 1 1 *', from: source });
  for (const source of dead) execFileSync('mkfifo', [pipeOf(source)]);
  await workOnce(house, shops, '2026-01-02T00:00:00Z');
  // The dead ones were due first.
  await house.pool.query(
    `insert into ops.schedule_windows (source, window_at) select unnest($1::text[]), date_trunc('minute', now())`,
    [dead],
  );
  worker = spawn(process.execPath, ['bin/bootstrap.mjs', 'worker'], {
    cwd: root,
    env: {
      ...bareEnvironment(),
      DATABASE_URL: house.url,
      RAPPORT_HOME: shops.home,
      RAPPORT_SOURCES: shops.sources,
      RAPPORT_DELIVERIES: shops.deliveries,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  worker.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const running = `select from ops.schedule_windows where state = 'running'`;
  await eventually(async () => (await house.pool.query(running)).rowCount === dead.length);
  shops.deliver('well', '');
  await house.pool.query(
    `insert into ops.schedule_windows (source, window_at) values ('well', date_trunc('minute', now()))`,
  );
  await eventually(async () => (await windowsOf(house, 'well'))[0]?.startsWith('loaded') === true);
  expect(await loadsOf(house, 'well')).toEqual(['orders-.csv']);
  const ended = new Promise((resolve) => worker?.once('exit', resolve));
  worker.kill('SIGTERM'); // and no drive comes back
  expect(await ended).toBe(130);
  expect(said).toContain('6 files do not answer');
  const left = await house.pool.query(
    `select from pg_stat_activity where application_name ~ '^rapport (ingest|worker)' and datname = current_database()`,
  );
  expect(left.rowCount).toBe(0);
});
