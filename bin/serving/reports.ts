import type { WorkerLog } from '@rapport/etl';
import type { Config } from '../config.ts';
import type { Database } from '../cli/database.ts';
import { reportsOf } from '../printing/report-hands.ts';
import { printLogLine } from './log.ts';

const EVERY_MS = 15_000;
const log: WorkerLog = (level, event, fields) => printLogLine({ level, event, ...fields });

/** Reports are sent by a worker; as long as none is alive, by who serves. */
export async function watchReports(config: Config, database: Database): Promise<{ close(): Promise<void> }> {
  const { ReportWatch, readWorkerStatus } = await import('@rapport/etl');
  const reports = await reportsOf(config, database);
  const watch = new ReportWatch(database.pool, { hands: reports.hands, log });
  const look = async (): Promise<void> => {
    const { workers } = await readWorkerStatus(database.pool);
    if (!workers.some(({ alive }) => alive)) watch.look();
  };
  const timer = setInterval(() => void look().catch(() => undefined), EVERY_MS);
  return {
    close: async () => {
      clearInterval(timer);
      await watch.close();
      await reports.close();
    },
  };
}
