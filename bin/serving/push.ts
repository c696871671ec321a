import type { Intake } from '@rapport/api';
import type { Run } from '../cli/action.ts';
import type { Database } from '../cli/database.ts';
import { printLogLine } from './log.ts';

export interface Pushing {
  intake: Intake;
  close(): Promise<void>;
}

/** Takes pushed rows and publishes them in small loads. */
export async function startPushing({ config }: Run, { url, pool }: Database): Promise<Pushing> {
  const { PushIntake, PushPublisher } = await import('@rapport/etl');
  const house = { home: config.home, masterKey: config.masterKey ?? null };
  const publisher = new PushPublisher({
    ...house,
    databaseUrl: url,
    db: pool,
    log: (level, event, fields) => printLogLine({ level, event, ...fields }),
  });
  publisher.start();
  return { intake: new PushIntake({ ...house, db: pool }), close: () => publisher.close() };
}
