import { OperationRefused, type AlertOperations } from '@rapport/api';
import type { Database } from '../../cli/database.ts';

const engine = () => import('@rapport/etl');

export function alertOperations({ pool }: Pick<Database, 'pool'>): AlertOperations {
  const settled = (done: boolean, id: number): string => {
    if (done) return String(id);
    throw new OperationRefused(
      'NOT_FOUND',
      { en: `No alert ${id} is open.`, zh: `没有编号为 ${id} 的未恢复告警。` },
      'id',
    );
  };
  return {
    acknowledge: async (actor, id) => settled(await (await engine()).acknowledgeAlert(pool, actor, id), id),
    snooze: async (actor, id, until) => settled(await (await engine()).snoozeAlert(pool, actor, id, until), id),
    acceptGuard: async (actor, id, reason) => {
      if (reason.trim() === '')
        throw new OperationRefused('NO_REASON', { en: 'Say why it is right.', zh: '请说明确认的理由。' }, 'reason');
      const accepted = await (await engine()).acceptFinding(pool, actor, id, reason);
      if (accepted) return accepted;
      throw new OperationRefused(
        'NOT_FOUND',
        { en: `There is no finding ${id} to accept.`, zh: `没有可确认的异常 ${id}。` },
        'id',
      );
    },
  };
}
