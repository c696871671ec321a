import { spawn } from 'node:child_process';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { spawnOptions, type Identity } from './identity.ts';
import { logPath, type Place } from './place.ts';
import { readPostmaster } from './postmaster.ts';

const LOG_LIMIT = 5_000_000;
const START_PATIENCE = 300_000; // recovery after a kill may replay gigabytes

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

/** The port of last time where it is free, so that an outside tool keeps its connection; any free one otherwise. */
async function freePort(preferred: number): Promise<number> {
  return (preferred > 0 ? await listenOnce(preferred) : null) ?? (await listenOnce(0)) ?? 0;
}

async function lastLines(path: string, from: number): Promise<string> {
  const text = await readFile(path).catch(() => Buffer.alloc(0));
  return text.subarray(Math.min(from, text.length)).toString('utf8').trim().split('\n').slice(-8).join('\n');
}

async function waitUntilReady(place: Place, pid: number, failed: () => boolean): Promise<boolean> {
  const deadline = Date.now() + START_PATIENCE;
  while (Date.now() < deadline) {
    if (failed()) return false;
    const file = await readPostmaster(place.dataDirectory);
    if (file !== null && file.pid === pid && file.ready) return true;
    await pause(10);
  }
  return false;
}

async function attempt(
  binaries: Binaries,
  place: Place,
  identity: Identity,
  settings: Record<string, string>,
): Promise<number> {
  const log = logPath(place.home);
  const size = (await stat(log).catch(() => null))?.size ?? 0;
  if (size > LOG_LIMIT) await rm(log, { force: true });
  const from = size > LOG_LIMIT ? 0 : size;
  const sink = await open(log, 'a', 0o600);
  const port = await freePort(place.port);
  const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // Its own session: Ctrl-C reaches the whole process group, and the server must outlive the requests it still serves.
  const child = spawn(binaries.postgres, ['-D', place.dataDirectory, ...flags], {
    ...spawnOptions(identity),
    detached: true,
    stdio: ['ignore', sink.fd, sink.fd],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  });
  let gone = false;
  child.once('exit', () => (gone = true));
  child.once('error', () => (gone = true));
  child.unref();
  await sink.close();
  if (child.pid !== undefined && (await waitUntilReady(place, child.pid, () => gone))) return port;
  if (!gone && child.pid !== undefined) child.kill('SIGQUIT');
  throw new EmbeddedPostgresError(
    'START_FAILED',
    `The embedded PostgreSQL did not start:\n${await lastLines(log, from)}`,
    `The whole log is in ${log}.`,
  );
}

const PORT_TAKEN = /could not (bind|create any)/;
const BACKENDS_LEFT = /pre-existing shared memory block/;
const BACKENDS_PATIENCE = 30_000;

/**
 * Starts the server and answers its port. A port taken between the probe and the start is exchanged; backends that outlive
 * a killed server for a moment are waited for.
 */
export async function launch(
  binaries: Binaries,
  place: Place,
  identity: Identity,
  settings: Record<string, string>,
): Promise<number> {
  let { port } = place;
  for (const deadline = Date.now() + BACKENDS_PATIENCE; ; await pause(500)) {
    try {
      return await attempt(binaries, { ...place, port }, identity, settings);
    } catch (error) {
      const said = error instanceof EmbeddedPostgresError ? error.message : '';
      const again = PORT_TAKEN.test(said) || BACKENDS_LEFT.test(said);
      if (!again || Date.now() > deadline) throw error;
      if (PORT_TAKEN.test(said)) port = 0;
    }
  }
}
