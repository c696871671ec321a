import { execFileSync } from 'node:child_process';
import { readFile, readlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** What a running (or killed) server left in its data directory. */
export interface PostmasterFile {
  pid: number;
  dataDirectory: string;
  startedAt: number;
  port: number;
  ready: boolean;
}

export async function readPostmaster(dataDirectory: string): Promise<PostmasterFile | null> {
  const text = await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  return {
    pid: Math.abs(Number(lines[0])),
    dataDirectory: lines[1] ?? '',
    startedAt: Number(lines[2]),
    port: Number(lines[3]),
    ready: (lines[7] ?? '').trim() === 'ready',
  };
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function processName(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  if (status !== null) return /^State:\s+Z/m.test(status) ? '' : (/^Name:\s+(\S+)/m.exec(status)?.[1] ?? '');
  try {
    const [state = '', name = ''] = execFileSync('ps', ['-o', 'state=,comm=', '-p', String(pid)])
      .toString()
      .trim()
      .split(/\s+/);
    return state.startsWith('Z') ? '' : basename(name);
  } catch {
    return '';
  }
}

/** After a restart of the machine the same number may belong to something else; a dead process nobody has collected yet
 *  still has its number. Neither is a server. */
export async function isPostgres(pid: number): Promise<boolean> {
  return isAlive(pid) && (await processName(pid)) === 'postgres';
}

/** A server works in its data directory: one that works elsewhere only happens to have the number. Unknown counts as ours. */
export async function worksIn(pid: number, dataDirectory: string): Promise<boolean> {
  const place = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return place === null || place === dataDirectory;
}

/**
 * PostgreSQL refuses to start while the recorded number is alive, unless it is its own parent's: so the leftover gets ours.
 * The file itself must stay: by it PostgreSQL sees whether backends of the dead server still hold its shared memory.
 */
export async function disownPostmaster(dataDirectory: string): Promise<void> {
  const path = join(dataDirectory, 'postmaster.pid');
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, [String(process.pid), ...lines.slice(1)].join('\n'));
}
