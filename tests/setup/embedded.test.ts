import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { openEmbedded, type EmbeddedOptions, type EmbeddedServer } from '@rapport/bin/postgres';
import { temporaryHome } from './temporary-home.ts';

const root = resolve(import.meta.dirname, '../..');
const asRoot = process.getuid?.() === 0;
const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

async function home(access?: 'shared' | 'private'): Promise<string> {
  const path = await temporaryHome(access);
  cleanUp.push(() => rm(dirname(path), { recursive: true, force: true }));
  return path;
}

async function open(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const server = await openEmbedded(options);
  cleanUp.push(() => server.leave());
  return server;
}

async function ask(server: EmbeddedServer, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

async function holder(path: string): Promise<{ child: ChildProcess; port: number }> {
  const script = join(import.meta.dirname, 'hold-server.ts');
  const child = spawn(process.execPath, ['--import', './bin/register.mjs', script, path], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, port: (JSON.parse(line.toString()) as { port: number }).port };
}

async function postmaster(server: EmbeddedServer): Promise<number> {
  return Number.parseInt(await readFile(join(server.dataDirectory, 'postmaster.pid'), 'utf8'), 10);
}

it('two commands at once share one server, and the last one out stops it', async () => {
  const path = await home();
  const [first, second] = await Promise.all([openEmbedded({ home: path }), openEmbedded({ home: path })]);
  expect([first.started, second.started].filter(Boolean)).toHaveLength(1);
  expect(first.port).toBe(second.port);
  await first.leave();
  expect(await ask(second, 'select 1 as answer')).toBe(1);
  const pid = await postmaster(second);
  await second.leave();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

it('keeps its data, its port and its password from one start to the next', async () => {
  const path = await home();
  const first = await openEmbedded({ home: path });
  await ask(first, 'create table kept as select 42 as answer');
  await first.leave();
  const second = await open({ home: path });
  expect(await ask(second, 'select answer from kept')).toBe(42);
  expect(second.url).toBe(first.url);
});

it('nobody but its owner can read the password, and without it nobody gets in', async () => {
  const path = await home();
  const server = await open({ home: path });
  expect((await stat(join(path, 'postgres.json'))).mode & 0o077).toBe(0);
  const guess = new pg.Client({ connectionString: server.url.replace(/:[^:@/]+@/, ':wrong@') });
  await expect(guess.connect()).rejects.toThrow(/password/);
});

it('never runs as root', async () => {
  const server = await open({ home: await home() });
  const { uid } = await stat(join(server.dataDirectory, 'PG_VERSION'));
  expect(uid).not.toBe(0);
});

it('logs no statement and no value of one that failed', async () => {
  const path = await home();
  const server = await open({ home: path });
  await expect(ask(server, "select '13800138000 Zhang San'::date as answer")).rejects.toThrow(/invalid input/);
  expect(await readFile(join(path, 'postgres.log'), 'utf8')).not.toMatch(/13800138000|Zhang/);
});

it('lets only one process serve a home, and the next one when that is gone', async () => {
  const path = await home();
  const [first, second] = [await openEmbedded({ home: path }), await open({ home: path })];
  expect(await first.claimServing()).toBe(true);
  expect(await second.claimServing()).toBe(false);
  await first.leave();
  expect(await second.claimServing()).toBe(true);
});

it('takes over the server of a killed parent', async () => {
  const path = await home();
  const { child, port } = await holder(path);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const server = await open({ home: path });
  expect([server.started, server.port]).toEqual([false, port]);
});

it('recovers when the server itself was killed', async () => {
  const path = await home();
  const { child } = await holder(path);
  const server = await openEmbedded({ home: path });
  await ask(server, 'create table kept as select 7 as answer');
  process.kill(await postmaster(server), 'SIGKILL');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const again = await open({ home: path });
  expect([again.started, await ask(again, 'select answer from kept')]).toEqual([true, 7]);
});

it('does not mistake another process for a server: a pid file with a reused number is a leftover', async () => {
  const path = await home();
  const first = await openEmbedded({ home: path });
  const file = join(first.dataDirectory, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8')).split('\n');
  await first.leave();
  await writeFile(file, [process.pid, ...lines.slice(1)].join('\n'));
  expect((await open({ home: path })).started).toBe(true);
});

it('refuses by name a copied home whose pid file points to the original’s server', async () => {
  const original = await open({ home: await home() });
  const copy = await home();
  await cp(dirname(dirname(original.dataDirectory)), copy, { recursive: true });
  await expect(openEmbedded({ home: copy })).rejects.toMatchObject({ code: 'SERVER_MISMATCH' });
});

it('refuses by name a damaged pointer file', async () => {
  const path = await home();
  await (await openEmbedded({ home: path })).leave();
  await writeFile(join(path, 'postgres.json'), '{');
  await expect(openEmbedded({ home: path })).rejects.toMatchObject({ code: 'SERVER_MISMATCH' });
});

it.runIf(asRoot)(
  'below a private directory the data goes where its account can reach, and the notice says so',
  async () => {
    const path = await home('private');
    const notices: string[] = [];
    const server = await openEmbedded({ home: path, notice: (text) => notices.push(text) });
    cleanUp.push(() => rm(dirname(server.dataDirectory), { recursive: true, force: true }));
    expect(server.dataDirectory.startsWith(path)).toBe(false);
    expect(notices.join()).toContain(server.dataDirectory);
    await ask(server, 'create table kept as select 5 as answer');
    await server.leave();
    const again = await open({ home: path });
    expect(await ask(again, 'select answer from kept')).toBe(5);
  },
);

it.runIf(asRoot)('refuses by name an account that does not exist, and root itself', async () => {
  const path = await home();
  await expect(openEmbedded({ home: path, user: 'no-such-account' })).rejects.toMatchObject({
    code: 'NO_UNPRIVILEGED_USER',
  });
  await expect(openEmbedded({ home: path, user: 'root' })).rejects.toMatchObject({ code: 'NO_UNPRIVILEGED_USER' });
});
