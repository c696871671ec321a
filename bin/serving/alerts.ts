import type { WorkerLog } from '@rapport/etl';
import type { Config } from '../config.ts';
import type { Database } from '../cli/database.ts';
import { printLogLine } from './log.ts';

const EVERY_MS = 60_000;
const log: WorkerLog = (level, event, fields) => printLogLine({ level, event, ...fields });

/** A dead worker cannot say that it is dead: who serves looks, too. */
export async function watchAlerts(config: Config, database: Database): Promise<{ close(): Promise<void> }> {
  const { AlertWatch } = await import('@rapport/etl');
  const watch = new AlertWatch(database.pool, { home: config.home, log });
  watch.look();
  const timer = setInterval(() => watch.look(), EVERY_MS);
  return {
    close: () => {
      clearInterval(timer);
      return watch.close(false);
    },
  };
}
