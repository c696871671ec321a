import { keepUse } from '@rapport/model/metrics';
import type { Database } from '../cli/database.ts';
import { printLogLine } from './log.ts';

const EVERY_MS = 60_000;

/** While this process answers: what rollups served is written down every minute, and at the end. */
export function watchRollupUse({ pool }: Database): { close(): Promise<void> } {
  const write = (): Promise<void> =>
    keepUse(pool).catch((error: unknown) =>
      printLogLine({ level: 'warn', event: 'rollups.use_unwritten', error: (error as Error).message }),
    );
  const timer = setInterval(() => void write(), EVERY_MS);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      await write();
    },
  };
}
