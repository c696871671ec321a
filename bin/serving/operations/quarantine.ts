import type { Actor, QuarantineOperations } from '@rapport/api';
import type { RefusedSelection } from '@rapport/model/vocabulary';
import type { Config } from '../../config.ts';
import type { Database } from '../../cli/database.ts';
import { asAnswer } from './refused.ts';

const engine = () => import('@rapport/etl');

export function quarantineOperations(
  config: Pick<Config, 'home' | 'masterKey'>,
  database: Pick<Database, 'url' | 'pool'>,
): QuarantineOperations {
  const place = { home: config.home, masterKey: config.masterKey ?? null };
  const asked = (actor: Actor, selection: RefusedSelection) => ({
    ...place,
    databaseUrl: database.url,
    actor,
    selection,
  });
  return {
    replay: (actor, selection) => asAnswer(async () => (await engine()).replay(asked(actor, selection))),
    preview: (actor, selection) => asAnswer(async () => (await engine()).previewReplay(asked(actor, selection))),
    discard: (actor, selection, reason) =>
      asAnswer(async () => (await engine()).discard(database.pool, { selection, reason, actor })),
    correct: (actor, id, given) =>
      asAnswer(async () => {
        const correction = 'raw' in given ? { raw: Buffer.from(given.raw) } : given;
        await (await engine()).correct(database.pool, place, { id, correction, actor });
      }),
  };
}
