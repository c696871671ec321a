import type pg from 'pg';
import { completeRollups, learnDelays } from '@rapport/model/metrics';
import { openPool, type Queryable } from '@rapport/model/schema';
import { tellAfterRun } from './alerts/after-run.ts';
import { lookAtPublished } from './alerts/figures.ts';
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
  await forgetWhoIsGone(db, log);
}

/** What customers wrote is read apart from their rows: words come a moment after the figures, and hold up no load. */
async function catchUpOnWords(db: Queryable, log: WorkerLog): Promise<void> {
  const began = performance.now();
  try {
    const { readTexts, weighReadReviews } = await import('@rapport/model/findings'); // large, and needed when the load is done
    const texts = await readTexts(db);
    const weighed = await weighReadReviews(db);
    if (texts + weighed === 0) return;
    log('info', 'words.read', { texts, weighed, seconds: Math.round((performance.now() - began) / 100) / 10 });
  } catch (error) {
    log('error', 'words.left', { error: (error as Error).message });
  }
}

async function forgetWhoIsGone(db: Queryable, log: WorkerLog): Promise<void> {
  try {
    const { forgetGone } = await import('@rapport/model/findings');
    const rows = await forgetGone(db);
    if (rows > 0) log('info', 'gone.forgotten', { rows });
  } catch (error) {
    log('error', 'gone.left', { error: (error as Error).message });
  }
}

async function catchUpOnFigures(pool: pg.Pool, log: WorkerLog, home: string | undefined): Promise<void> {
  try {
    await lookAtPublished(pool);
    if (home !== undefined) await tellAfterRun(pool, home);
  } catch (error) {
    log('error', 'figures.left', { error: (error as Error).message });
  }
}

export interface CatchUpOptions {
  log?: WorkerLog | undefined;
  /** Where it is said whom to tell of figures that left their usual course; without it they are written down and nobody is told. */
  home?: string;
}

/**
 * The same on a connection of its own, after several loads too: shops whose first systems are all there are opened. Processes that
 * live on look at figures by themselves; who loads and ends does it here, when the words that tell why are read.
 */
export async function catchUpOn(
  databaseUrl: string,
  { log = () => undefined, home }: CatchUpOptions = {},
): Promise<void> {
  await openShops(databaseUrl);
  const pool = openPool(databaseUrl, { application: 'rapport catch-up', max: 1 });
  try {
    await catchUp(pool, log);
    await catchUpOnFigures(pool, log, home);
  } finally {
    await pool.end();
  }
}
