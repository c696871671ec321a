import type { BackfillOperations } from '@rapport/api';
import type { StandIn } from '@rapport/etl';
import type { BackfillStatus } from '@rapport/model/vocabulary';
import type { Config } from '../../config.ts';
import type { Database } from '../../cli/database.ts';
import { requireBelow } from './deliveries.ts';
import { asAnswer } from './refused.ts';

const engine = () => import('@rapport/etl');

export function backfillOperations(
  config: Pick<Config, 'deliveries'>,
  { pool }: Pick<Database, 'pool'>,
  standIn: Pick<StandIn, 'look'>,
): BackfillOperations {
  const changed = (id: string, change: () => Promise<void>): Promise<BackfillStatus> =>
    asAnswer(async () => {
      await change();
      standIn.look();
      return (await engine()).readBackfill(pool, id);
    });
  return {
    list: async () => (await engine()).listBackfills(pool),
    start: (actor, { throttle, folder, ...order }) =>
      asAnswer(async () => {
        if (folder !== null) requireBelow(config.deliveries, folder);
        const { readBackfill, readThrottle, startBackfill } = await engine();
        const limit = throttle === null ? {} : { throttle: readThrottle(throttle) };
        const id = await startBackfill(pool, { ...order, ...limit, folder, actor });
        standIn.look();
        return readBackfill(pool, id);
      }),
    pause: (actor, id) => changed(id, async () => (await engine()).pauseBackfill(pool, id, actor)),
    resume: (actor, id) => changed(id, async () => (await engine()).resumeBackfill(pool, id, actor)),
    cancel: (actor, id) => changed(id, async () => (await engine()).cancelBackfill(pool, id, actor)),
  };
}
