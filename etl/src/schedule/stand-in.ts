import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool, type Queryable } from '@rapport/model/schema';
import { Beside } from './beside.ts';
import { codeOf } from './troubles.ts';
import { settingsOf, type Surroundings } from './load-settings.ts';
import { anyWorkerAlive } from './status.ts';

const LOOK_MS = 5_000;
const GRACE_MS = 5_000;

export interface StandInOptions extends Surroundings {
  lookMs?: number;
}

export interface StandIn {
  /** Looks at once: something has just been asked for. */
  look(): void;
  close(): Promise<void>;
}

/** Does what persons asked for, requested loads and backfills, as long as no worker is alive to do it. Schedules are left to workers. */
export function standInForWorkers({ lookMs = LOOK_MS, ...house }: StandInOptions): StandIn {
  const settings = settingsOf(house);
  const pool = openPool(house.databaseUrl, { application: 'rapport stand-in', max: 2 });
  const beside = new Beside(settings, pool, new Set(), randomUUID());
  const stop = new AbortController();
  let wake = new AbortController();
  const going = keepLooking();
  return {
    look: () => wake.abort(),
    async close() {
      stop.abort();
      wake.abort();
      await going;
      await beside.close(GRACE_MS);
      await pool.end();
    },
  };

  async function keepLooking(): Promise<void> {
    while (!stop.signal.aborted) {
      await lookOnce(pool).catch((error: unknown) => house.log('warn', 'stand_in.waiting', { code: codeOf(error) }));
      await sleep(lookMs, undefined, { signal: wake.signal }).catch(() => undefined);
      if (!stop.signal.aborted) wake = new AbortController();
    }
  }

  async function lookOnce(db: Queryable): Promise<void> {
    if (!(await anyWorkerAlive(db, settings.leaseMs))) await beside.look();
  }
}
