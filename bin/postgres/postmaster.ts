import { readFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

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

/** After a restart of the machine the same number may belong to something else: then the file is a leftover. */
export async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const comm = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => null);
  if (comm !== null) return comm.trim() === 'postgres';
  try {
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)])
      .toString()
      .includes('postgres');
  } catch {
    return false;
  }
}
