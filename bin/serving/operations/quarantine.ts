import { resolve } from 'node:path';
import type { Actor, QuarantineOperations } from '@rapport/api';
import type { WorkerLog } from '@rapport/etl';
import type { RefusedSelection } from '@rapport/model/vocabulary';
import type { Config } from '../../config.ts';
import type { Database } from '../../cli/database.ts';
import { printLogLine } from '../log.ts';
import { requireBelow } from './deliveries.ts';
import { asAnswer } from './refused.ts';

const engine = () => import('@rapport/etl');
const log: WorkerLog = (level, event, fields) => printLogLine({ level, event, ...fields });

export function quarantineOperations(
  config: Pick<Config, 'home' | 'masterKey' | 'deliveries'>,
  database: Pick<Database, 'url' | 'pool'>,
): QuarantineOperations {
  const place = { home: config.home, masterKey: config.masterKey ?? null };
  const asked = (actor: Actor, selection: RefusedSelection, folder: string | null) => {
    if (folder !== null) requireBelow(config.deliveries, folder);
    const from = folder === null ? null : resolve(config.deliveries, folder);
    return { ...place, databaseUrl: database.url, actor, selection, from, log };
  };
  return {
    replay: (actor, selection, folder) =>
      asAnswer(async () => (await engine()).replay(asked(actor, selection, folder))),
    preview: (actor, selection, folder) =>
      asAnswer(async () => (await engine()).previewReplay(asked(actor, selection, folder))),
    discard: (actor, selection, reason) =>
      asAnswer(async () => (await engine()).discard(database.pool, { selection, reason, actor })),
    correct: (actor, id, given) =>
      asAnswer(async () => {
        const correction = 'raw' in given ? { raw: Buffer.from(given.raw) } : given;
        await (await engine()).correct(database.pool, place, { id, correction, actor });
      }),
  };
}
