import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const GB = 1024 ** 3;
/** Twice what a run holds at its fullest. */
const ROOM = 6 * GB;
const NAME = 'rapport-suite-';

/** A browser and programs are started from there: a mount that forbids it will not do. */
function runsPrograms(): boolean {
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  const options = mounts.map((line) => line.split(' ')).findLast(([, where]) => where === MEMORY)?.[3];
  return options !== undefined && !options.split(',').includes('noexec');
}

async function hasRoomInMemory(): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(MEMORY);
    return bavail * bsize >= ROOM && process.availableMemory() >= ROOM && runsPrograms();
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What a killed run left in memory. */
function sweep(): void {
  for (const name of readdirSync(MEMORY)) {
    const pid = new RegExp(`^${NAME}(\\d+)-`).exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(MEMORY, name), { recursive: true, force: true });
  }
}

/**
 * Where everything the tests make lies: databases, shops, a browser. In memory where there is room: a database is a thousand files, and
 * making them on a disk takes many times what filling them does.
 */
export async function temporaryPlace(): Promise<{ path: string; remove(): Promise<void> }> {
  const inMemory = await hasRoomInMemory();
  if (inMemory) sweep();
  const path = await mkdtemp(join(inMemory ? MEMORY : tmpdir(), `${NAME}${process.pid}-`));
  await chmod(path, 0o711); // a server that runs as nobody must reach what is its own in it
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
