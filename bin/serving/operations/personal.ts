import { OperationRefused, type PersonalOperations } from '@rapport/api';
import type { Config } from '../../config.ts';
import type { Database } from '../../cli/database.ts';
import { asAnswer } from './refused.ts';

const USUAL_PER_HOUR = 30;

export function personalOperations(
  {
    home,
    masterKey,
    revealsPerHour = USUAL_PER_HOUR,
  }: Pick<Config, 'home' | 'masterKey'> & Partial<Pick<Config, 'revealsPerHour'>>,
  { pool }: Pick<Database, 'pool'>,
): PersonalOperations {
  return {
    reveal: (actor, order) =>
      asAnswer(async () => {
        const { revealContacts } = await import('@rapport/etl');
        const place = { home, masterKey: masterKey ?? null };
        const revealed = await revealContacts(pool, place, { ...order, actor, mostPerHour: revealsPerHour });
        if (!('tooMany' in revealed)) return revealed;
        throw new OperationRefused('TOO_MANY_REVEALS', {
          en: `You have revealed ${revealsPerHour} customers within an hour; no more are allowed. Wait, or ask whoever runs Rapport (RAPPORT_REVEALS_PER_HOUR).`,
          zh: `一小时内最多可查看 ${revealsPerHour} 位顾客的联系方式，您已用完。请稍后再试，或联系运维（RAPPORT_REVEALS_PER_HOUR）。`,
        });
      }),
  };
}
