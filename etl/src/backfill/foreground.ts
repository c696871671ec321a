import type { BackfillStatus } from '@rapport/model/vocabulary';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool } from '@rapport/model/schema';
import { settingsOf, type Surroundings } from '../schedule/load-settings.ts';
import { readBackfill } from './status.ts';
import { workOn } from './work.ts';

export interface ForegroundOptions {
  house: Surroundings;
  id: string;
  /** Interrupts the window under way; the backfill can be gone on with. */
  signal: AbortSignal;
  onProgress?(status: BackfillStatus): void;
}

const TELL_MS = 1_000;

/** Works on a backfill here until it is over or interrupted, or watches the process that does. */
export async function workInForeground(options: ForegroundOptions): Promise<BackfillStatus> {
  const { id, signal, onProgress } = options;
  const db = openPool(options.house.databaseUrl, { application: 'rapport backfill', max: 3 });
  const tell = async (): Promise<BackfillStatus> => {
    const status = await readBackfill(db, id);
    onProgress?.(status);
    return status;
  };
  const telling = setInterval(() => void tell().catch(() => undefined), TELL_MS);
  try {
    const settings = settingsOf(options.house);
    const work = { settings, db, busy: new Set<string>(), holder: randomUUID(), signal, closing: () => false };
    while (!signal.aborted && (await workOn(id, work)) === 'held')
      await sleep(TELL_MS, undefined, { signal }).catch(() => undefined);
    return await tell();
  } finally {
    clearInterval(telling);
    await db.end();
  }
}
