import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './errors.ts';
import { isAlive } from './postmaster.ts';

const STALE_AFTER = 20_000;
const PATIENCE = 120_000;

async function isStale(path: string): Promise<boolean> {
  const [text, found] = await Promise.all([readFile(path, 'utf8').catch(() => ''), stat(path).catch(() => null)]);
  if (found === null) return false;
  return Date.now() - found.mtimeMs > STALE_AFTER || (text !== '' && !isAlive(Number(text)));
}

/** Two commands started at once must not both create the data directory: the second waits, then joins. */
export async function underStartLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const handle = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null;
      throw error;
    });
    if (handle !== null) {
      await handle.writeFile(String(process.pid));
      await handle.close();
      break;
    }
    if (await isStale(path)) await rm(path, { force: true });
    else if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        'START_LOCKED',
        `Another command has been starting the embedded PostgreSQL for two minutes (${path}).`,
        'Wait for it or end it, then try again.',
      );
    } else await pause(50);
  }
  const alive = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), 3_000);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    await rm(path, { force: true });
  }
}
