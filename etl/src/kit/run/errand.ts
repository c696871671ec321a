import type pg from 'pg';
import type { Run } from './run.ts';

/** On whose behalf a run loads. What it settles and what the run publishes hold together, or neither does. */
export interface Errand {
  /** Called once by the holder of the source's turn. False: it has been done already, there is nothing to load. */
  begin(db: pg.Client, runId: string): Promise<boolean>;
  /** Called in the transaction that publishes; throws when the errand is no longer this run's. */
  done(db: pg.Client, runId: string, outcome: 'loaded' | 'unchanged'): Promise<void>;
}

/** Two errands on one run: both are settled, or neither. */
export function together(first: Errand | undefined, second: Errand | undefined): Errand | undefined {
  if (!first || !second) return first ?? second;
  return {
    begin: async (db, runId) => (await first.begin(db, runId)) && (await second.begin(db, runId)),
    async done(db, runId, outcome) {
      await first.done(db, runId, outcome);
      await second.done(db, runId, outcome);
    },
  };
}

export async function takeErrand(errand: Errand | undefined, db: pg.Client, run: Run): Promise<boolean> {
  return errand ? errand.begin(db, run.runId) : true;
}
