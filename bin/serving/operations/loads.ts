import { setTimeout as sleep } from 'node:timers/promises';
import type { AskedLoad, LoadOperations } from '@rapport/api';
import type { StandIn } from '@rapport/etl';
import type { Config } from '../../config.ts';
import type { Database } from '../../cli/database.ts';
import { requireBelow } from './deliveries.ts';
import { asAnswer } from './refused.ts';

const engine = () => import('@rapport/etl');

/** A load begins within seconds where the source is free; who asked is told its run then. */
const PATIENCE_MS = 8_000;
const LOOK_MS = 100;

export function loadOperations(
  config: Pick<Config, 'deliveries'>,
  { pool }: Pick<Database, 'pool'>,
  standIn: Pick<StandIn, 'look'>,
): LoadOperations {
  const status = async () => (await engine()).readWorkerStatus(pool);
  return {
    schedules: async () => (await status()).sources,
    workers: async () => (await status()).workers,
    run: (actor, source, folder) =>
      asAnswer(async () => {
        if (folder !== null) requireBelow(config.deliveries, folder);
        const { requestLoad } = await engine();
        const id = await requestLoad(pool, { source, folder, actor });
        standIn.look();
        return untilBegun(id);
      }),
    pause: (actor, source) => asAnswer(async () => (await engine()).pauseSource(pool, source, actor)),
    resume: (actor, source) => asAnswer(async () => (await engine()).resumeSource(pool, source, actor)),
    retry: (actor, source) => asAnswer(async () => (await engine()).retryNow(pool, source, actor)),
  };

  async function untilBegun(id: string): Promise<AskedLoad> {
    const { readRequest } = await engine();
    for (let waited = 0; ; waited += LOOK_MS) {
      const request = await readRequest(pool, id);
      const begun = request !== null && (request.runId !== null || request.state !== 'waiting');
      if (begun || waited >= PATIENCE_MS)
        return { id, state: request?.state ?? 'waiting', runId: request?.runId ?? null };
      await sleep(LOOK_MS);
    }
  }
}
