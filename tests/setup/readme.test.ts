import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bareEnvironment } from '../testkit/config.ts';
import { freePort } from '../testkit/port.ts';
import { lastLine, root, run, type Ended } from './run-rapport.ts';
import { temporaryHome } from './temporary-home.ts';

const readme = await readFile(join(root, 'README.md'), 'utf8');
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => (block ?? '').trim().split('\n'));
/** The first two start everything and test everything: the one runs during these tests, the other runs them. */
const beside = commands.filter((command) => command !== 'npm run demo' && command !== 'npm test');

interface Demo {
  child: ChildProcess;
  said: () => string;
  url: string;
}

let home: string;
let port: number;
let demo: Demo;
const env = (): Record<string, string> => ({ RAPPORT_HOME: home, PORT: String(port) });
const shell = (command: string): Promise<Ended> => run('/bin/sh', ['-c', command], env());

/** `npm run demo` as a terminal starts it: a process group of its own, to which Ctrl-C goes as a whole. */
async function startDemo(): Promise<Demo> {
  const child = spawn('npm', ['run', 'demo'], {
    cwd: root,
    env: { ...bareEnvironment(), ...env() },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!said.includes('Ctrl-C stops it')) {
    if (child.exitCode !== null) throw new Error(`npm run demo ended with ${child.exitCode}:\n${said}`);
    await pause(50);
  }
  return { child, said: () => said, url: `http://127.0.0.1:${port}` };
}

const toGroup = (child: ChildProcess, signal: NodeJS.Signals): boolean => process.kill(-(child.pid ?? 0), signal);

async function answers(): Promise<boolean> {
  return fetch(`${demo.url}/livez`).then(
    (response) => response.ok,
    () => false,
  );
}

async function until(condition: () => Promise<boolean>, seconds: number): Promise<boolean> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await pause(100)) {
    if (await condition()) return true;
  }
  return false;
}

async function serverProcess(): Promise<number | null> {
  const text = await readFile(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => null);
  return text === null ? null : Number.parseInt(text, 10);
}

/** Dead, or dead and not yet collected by a container's first process. */
async function isRunning(pid: number): Promise<boolean> {
  const ended = await run('ps', ['-o', 'state=', '-p', String(pid)]);
  return ended.code === 0 && !ended.stdout.trim().startsWith('Z');
}

async function countOrders(key: string): Promise<number> {
  const response = await fetch(`${demo.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: '{ orders(first: 1) { totalCount } }' }),
  });
  const { data } = (await response.json()) as { data: { orders: { totalCount: number } } };
  return data.orders.totalCount;
}

beforeAll(async () => {
  home = await temporaryHome();
  port = await freePort();
  demo = await startDemo();
});

afterAll(async () => {
  if (demo?.child.exitCode === null && demo.child.signalCode === null) toGroup(demo.child, 'SIGINT');
  await until(async () => (await serverProcess()) === null, 180);
  await rm(dirname(home), { recursive: true, force: true });
  await rm(join(root, '.rapport', 'shop'), { recursive: true, force: true });
});

it('the demo serves pages, says that it is ready, and its link signs in once', async () => {
  const [live, ready, page] = await Promise.all(['/livez', '/readyz', '/'].map((path) => fetch(demo.url + path)));
  expect([live?.status, ready?.status, page?.headers.get('content-type')]).toEqual([
    200,
    200,
    expect.stringContaining('text/html'),
  ]);
  const link = /http\S+sign-in\S+token=\S+/.exec(demo.said())?.[0] ?? '';
  const first = await fetch(link, { redirect: 'manual' });
  const second = await fetch(link, { redirect: 'manual' });
  expect(first.headers.get('set-cookie')).toMatch(/HttpOnly/);
  expect(second.headers.get('set-cookie')).toBeNull();
});

it('the README names commands to try', () => {
  expect(beside.length).toBeGreaterThan(10);
});

it.each(beside)('%s', async (command) => {
  const ended = await shell(command);
  expect(ended.code, ended.stdout + ended.stderr).toBe(0);
});

it('a second server on the same home is refused by name, and the first goes on', async () => {
  const ended = await shell('npm run rapport -- serve --port 0');
  expect([ended.code, ended.stderr]).toEqual([4, expect.stringContaining('SERVER_RUNNING')]);
  expect(await answers()).toBe(true);
});

it('killed without warning, alone or with everything around it, it starts again with its data', async () => {
  const made = await shell('npm run --silent rapport -- key create --role analyst --json');
  const { key } = lastLine(made.stdout) as { key: string };
  expect(await countOrders(key)).toBe(20_000);
  demo.child.kill('SIGKILL'); // npm only: shell, bootstrap and command are left behind and must notice
  demo = await startDemo();
  expect(await countOrders(key)).toBe(20_000);
  toGroup(demo.child, 'SIGKILL'); // everything but the database server, which is taken over
  demo = await startDemo();
  expect(await countOrders(key)).toBe(20_000);
});

it('Ctrl-C stops everything: the port is free and the database server gone', async () => {
  const server = await serverProcess();
  toGroup(demo.child, 'SIGINT');
  expect(await until(async () => !(await answers()), 180)).toBe(true);
  expect(await until(async () => (await serverProcess()) === null, 180)).toBe(true);
  expect(await until(async () => !(await isRunning(server ?? 0)), 180)).toBe(true);
  expect(demo.said()).toContain('Stopping');
});
