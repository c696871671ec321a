import type { Queryable } from '@rapport/model/schema';
import type { AlertConfig } from '../config.ts';
import type { Condition } from './condition.ts';
import { unusualFigures } from './of-figures.ts';
import { guardFindings, refusedRecords, staleFeeds } from './of-feeds.ts';
import { changedFiles, failedBatches, failedRuns } from './of-runs.ts';
import { deadWorkers, failedWindows, lateWindows } from './of-schedules.ts';

export type { Condition } from './condition.ts';

/** Everything that is wrong now, asked of what the loads wrote down themselves. */
export async function conditionsNow(db: Queryable, config: AlertConfig): Promise<Condition[]> {
  return [
    ...(await failedRuns(db)),
    ...(await failedBatches(db)),
    ...(await changedFiles(db)),
    ...(await guardFindings(db)),
    ...(await refusedRecords(db, config)),
    ...(await failedWindows(db)),
    ...(await lateWindows(db, config)),
    ...(await staleFeeds(db)),
    ...(await deadWorkers(db)),
    ...(await unusualFigures(db)),
  ];
}
