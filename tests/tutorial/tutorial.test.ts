import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root, run, type Ended } from '../setup/run-rapport.ts';
import { bareEnvironment } from '../testkit/config.ts';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { freePort } from '../testkit/port.ts';

const tutorial = readFileSync(join(root, 'docs', 'tutorial', 'README.md'), 'utf8');
const blocks = [...tutorial.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
const at = blocks.findIndex((block) => block.startsWith('npm run demo'));
const person = mkdtempSync(join(tmpdir(), 'rapport-person-'));

let database: TestDatabase;
let env: Record<string, string>;
let served: ChildProcess | undefined;

/** Blocks as one person types them, one terminal after another: what one exports the next still has. */
const typed = (script: readonly string[]): Promise<Ended> =>
  run('/bin/sh', ['-ec', ['export RAPPORT_SOURCES=~/my-shop/sources', ...script].join('\n')], env);

beforeAll(async () => {
  database = await testDatabase();
  env = {
    HOME: person,
    RAPPORT_HOME: join(person, 'rapport'),
    DATABASE_URL: database.url,
    PORT: String(await freePort()),
  };
});

afterAll(async () => {
  if (served?.pid !== undefined && served.exitCode === null) {
    const gone = new Promise((resolve) => served?.once('close', resolve));
    process.kill(-served.pid, 'SIGINT');
    await gone;
  }
  await database.drop();
  rmSync(person, { recursive: true, force: true });
});

it('the tutorial has its steps', () => expect([blocks.length, at]).toEqual([8, 6]));

it('a file becomes a source that loads: every command up to the chart does what the text says', async () => {
  const first = await typed(blocks.slice(0, 4));
  expect(first.code, first.stdout + first.stderr).toBe(0);
  expect(first.stdout).toContain('customers, orders, order_items');
  expect(first.stdout).toMatch(/phone: encrypt/);
  expect(first.stdout).toMatch(/No such date or time +ordered +1 +orders\.csv:11/);
  expect(first.stdout).toContain('1 record would be quarantined.');
  const second = await typed(blocks.slice(4, at));
  expect(second.code, second.stdout + second.stderr).toBe(0);
  expect(second.stdout).toMatch(/orders\.csv +orders +10 +10 /);
  expect(second.stdout).toContain('Journeys and rollups equal what core says');
  const { rows } = await database.pool.query(
    `select count(*)::int as orders, count(distinct customer_id)::int as customers from core.orders`,
  );
  expect(rows).toEqual([{ orders: 10, customers: 6 }]);
});

it('the link opens the pages, and the API answers what the chart draws', async () => {
  let said = '';
  served = spawn('/bin/sh', ['-ec', `export RAPPORT_SOURCES=~/my-shop/sources\nexec ${blocks[at]}`], {
    cwd: root,
    env: { ...bareEnvironment(), ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  served.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  served.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!said.includes('Ctrl-C stops it')) {
    if (served.exitCode !== null) throw new Error(`it ended with ${served.exitCode}:\n${said}`);
    await pause(100);
  }
  const link = /http\S+sign-in\S+token=\S+/.exec(said)?.[0] ?? '';
  const signedIn = await fetch(link, { redirect: 'manual' });
  expect(signedIn.headers.get('set-cookie')).toMatch(/HttpOnly/);
  expect((await fetch(`http://127.0.0.1:${env['PORT']}/`)).headers.get('content-type')).toContain('text/html');
  const asked = await typed(blocks.slice(at + 1));
  expect(asked.code, asked.stdout + asked.stderr).toBe(0);
  const { data } = JSON.parse(asked.stdout.trim().split('\n').at(-1) ?? '') as {
    data: { metrics: { series: { metric: { id: string }; points: { bucket: string; value: number }[] }[] } };
  };
  const values = Object.fromEntries(
    data.metrics.series.map(({ metric, points }) => [metric.id, points.map(({ value }) => value)]),
  );
  expect(values).toEqual({ ORDERS: [3, 3, 4], GMV: [428.9, 533.5, 1431.7] });
});
