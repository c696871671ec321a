import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { endExport, expireExports, readExport, readRunning } from './exports.reader.ts';

/** Who writes: an export of another process of this host that has gone is known to be interrupted at once. */
export const thisServer = `${hostname()} ${process.pid}`;

const STRAY_MS = 60 * 60_000;
const OF_AN_EXPORT = /^([0-9a-f-]{36})\.(csv|ndjson|xlsx|parquet)(\.part)?$/;

function hasGone(server: string, silent: boolean): boolean {
  const [host, pid] = server.split(' ');
  if (silent || host !== hostname()) return silent;
  try {
    process.kill(Number(pid), 0);
    return Number(pid) === process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Says of exports whose server has ended that they were interrupted, takes away files that have expired, and what nobody knows. */
export async function lookAfter(pool: pg.Pool, directory: string, isOurs: (id: string) => boolean): Promise<void> {
  for (const { id, server, silent } of await readRunning(pool))
    if (!isOurs(id) && hasGone(server, silent)) await endExport(pool, id, { state: 'interrupted' });
  for (const { id, format } of await expireExports(pool)) await rm(join(directory, `${id}.${format}`), { force: true });
  for (const name of await readdir(directory)) {
    const [, id = '', , part] = OF_AN_EXPORT.exec(name) ?? [];
    if (id === '' || isOurs(id)) continue;
    const path = join(directory, name);
    const kept = await readExport(pool, id);
    const wanted = part === undefined ? kept?.state === 'done' : kept?.state === 'running';
    // A server that shares the directory may be about to note what it has just written.
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? 0);
    const isOver = kept !== null && kept.state !== 'running';
    if (!wanted && (isOver || age > STRAY_MS)) await rm(path, { force: true });
  }
}
