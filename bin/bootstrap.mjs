#!/usr/bin/env node
// Runs on the system's Node (20 or newer) with nothing installed: brings in what the lock file names, once, and hands
// over to the pinned Node, which runs TypeScript. Plain JavaScript without dependencies, therefore.
import { spawn, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PNPM = 'pnpm@12.21.0';
/** Left to itself Node lets the young generation grow beyond 130 MB, nearly all of it rows that are long in the database. Held
 *  small, loads stay below 300 MB however many follow one another. */
const YOUNG = '--max-semi-space-size=8';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampPath = join(modules, '.rapport-installed');
const [mode, ...rest] = process.argv.slice(2);
const testing = ['--test', '--faults', '--bench'].includes(mode);

function fail(code, text) {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

/** What the installation must match: the lock file, and how much of it ("all" contains "run"). */
function wantedLock() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex');
}

function readStamp() {
  const [scope, lock] = existsSync(stampPath) ? readFileSync(stampPath, 'utf8').trim().split(' ') : [];
  return { scope, lock };
}

/** The demo needs neither the browser nor the checkers: without them the first start is shorter. But what somebody
 *  installed whole (a developer's tree has no stamp of ours, or "all") stays whole. */
function wantedScope() {
  if (testing) return 'all';
  return !existsSync(modules) || readStamp().scope === 'run' ? 'run' : 'all';
}

function isInstalled(lock) {
  const stamp = readStamp();
  return stamp.lock === lock && (stamp.scope === 'all' || !testing);
}

function run(command, args, { started, ...options }) {
  const child = spawn(command, args, { cwd: root, ...options });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    child.once('error', (error) => fail(1, `${command} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve({ code, signal });
    });
    started?.(child);
  });
}

async function install(lock) {
  process.stderr.write('Installing what the lock file names (once; about a minute) …\n');
  const scope = wantedScope();
  const part = scope === 'all' ? [] : ['--prod', '--filter', '!@rapport/tests'];
  const { code, signal } = await run('npx', ['-y', PNPM, 'install', '--frozen-lockfile', ...part], {
    stdio: ['inherit', 2, 2], // standard output belongs to the command: its last line may be read by a machine
    env: { ...process.env, npm_config_update_notifier: 'false', npm_config_fund: 'false' },
  });
  if (code !== 0) {
    fail(
      1,
      `The installation failed (${signal ?? `exit code ${code}`}).\n  → Check the network and the lines above, then run the same command again.`,
    );
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stampPath, `${scope} ${lock}\n`);
}

function processAbove(pid) {
  try {
    if (process.platform === 'linux') {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return { parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), args };
    }
    const line = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return { parent: parseInt(line, 10), args: line.replace(/^\d+\s+/, '') };
  } catch {
    return null;
  }
}

/** npm starts us through a shell; when npm is killed neither of the two tells us, so both are watched. */
function watchParents(onOrphaned) {
  const watched = [process.ppid];
  const above = processAbove(process.ppid);
  if (above !== null && /^\S*sh -c .*bootstrap\.mjs/.test(above.args) && above.parent > 1) watched.push(above.parent);
  const timer = setInterval(() => {
    const gone = process.ppid !== watched[0] || watched.some((pid) => !isAlive(pid));
    if (gone) onOrphaned();
  }, 500);
  timer.unref();
}

let forced;

/** The command ends itself by force, with this code: told, as a signal has none. Should even the kernel have to wait for a drive, we do not. */
function leaveAfter(code) {
  forced = code;
  setTimeout(() => process.exit(code), 2_000);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function entry() {
  if (mode === '--test') return ['tests/runner/main.ts', ...rest];
  if (mode === '--faults') return ['tests/faults/matrix/main.ts', ...rest];
  if (mode !== '--bench') return ['bin/rapport.ts', ...process.argv.slice(2)];
  const directory = join(root, 'tests', 'bench');
  const known = existsSync(directory)
    ? readdirSync(directory)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => file.slice(0, -3))
    : [];
  const [name, ...args] = rest;
  if (!known.includes(name))
    fail(2, `${name === undefined ? 'Which bench?' : `There is no bench "${name}".`} Known: ${known.join(', ')}.`);
  return [`tests/bench/${name}.ts`, ...args];
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    1,
    `Rapport needs Node 20 or newer; this is ${process.versions.node}.\n  → Install a current Node from https://nodejs.org.`,
  );
}
const lock = wantedLock();
if (!isInstalled(lock)) await install(lock);

const { code, signal } = await run(
  join(modules, 'node', 'bin', 'node'),
  [
    ...(existsSync(join(root, '.env')) ? ['--env-file=.env'] : []),
    YOUNG,
    '--import',
    pathToFileURL(join(root, 'bin', 'register.mjs')).href,
    ...entry(),
  ],
  {
    // Its end tells the command that we were killed, and it stops cleanly by itself. All it carries is how a command ends by force.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // A file on a drive that has gone away holds a thread of Node's for as long as that lasts; by itself it has four.
    env: { INIT_CWD: process.cwd(), UV_THREADPOOL_SIZE: '64', ...process.env },
    started: (child) => {
      watchParents(() => child.kill('SIGTERM'));
      child.on('message', ({ ended }) => leaveAfter(ended));
    },
  },
);
process.exit(code ?? forced ?? (signal === 'SIGINT' ? 130 : 143));
