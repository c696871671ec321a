import { OperationRefused, type AlertOperations } from '@rapport/api';
import type { Database } from '../../cli/database.ts';

/** Below it nothing but a landslide would be told. */
const LEAST_BUDGET = 0.0001;
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
    setBudget: async (actor, monthlyBudget) => {
      if (!(monthlyBudget >= LEAST_BUDGET && monthlyBudget <= 1))
        throw new OperationRefused(
          'BUDGET_OUT_OF_RANGE',
          {
            en: `A budget lies between ${LEAST_BUDGET} and 1 false alarm a month for each watched series.`,
            zh: `误报预算须在每条序列每月 ${LEAST_BUDGET} 到 1 次之间。`,
          },
          'monthlyBudget',
        );
      return (await engine()).setAlarmBudget(pool, actor, monthlyBudget);
    },
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
