import { readTexts, weighReviews } from '@rapport/model/findings';
import { completeRollups, learnDelays } from '@rapport/model/metrics';
import { openPool, type Queryable } from '@rapport/model/schema';
import { openShops } from './kit/publish/opening.ts';
import type { WorkerLog } from './schedule/log.ts';

/**
 * After a load: makes the rollups anew that it left stale, and learns from it how long outcomes take to become known. Where that
 * fails, facts answer and young figures are judged by declared days until the next load or start; the load itself is done.
 */
export async function catchUp(db: Queryable, log: WorkerLog): Promise<void> {
  const began = performance.now();
  try {
    const made = await completeRollups(db);
    if (made.length > 0)
      log('info', 'rollups.made', { tables: made.length, seconds: Math.round((performance.now() - began) / 100) / 10 });
    await learnDelays(db);
  } catch (error) {
    log('error', 'rollups.left', { error: (error as Error).message });
  }
  await catchUpOnWords(db, log);
}

/** What customers wrote is read apart from their rows: words come a moment after the figures, and hold up no load. */
async function catchUpOnWords(db: Queryable, log: WorkerLog): Promise<void> {
  const began = performance.now();
  try {
    const texts = await readTexts(db);
    if (texts === 0) return;
    const weighed = await weighReviews(db);
    log('info', 'words.read', { texts, weighed, seconds: Math.round((performance.now() - began) / 100) / 10 });
  } catch (error) {
    log('error', 'words.left', { error: (error as Error).message });
  }
}

/** The same on a connection of its own, after several loads too: shops whose first systems are all there are opened. */
export async function catchUpOn(databaseUrl: string, log: WorkerLog = () => undefined): Promise<void> {
  await openShops(databaseUrl);
  const pool = openPool(databaseUrl, { application: 'rapport catch-up', max: 1 });
  try {
    await catchUp(pool, log);
  } finally {
    await pool.end();
  }
}
