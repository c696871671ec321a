import { OperationRefused, type ReportOperations } from '@rapport/api';
import type { Database } from '../../cli/database.ts';

const engine = () => import('@rapport/etl');

async function asAnswer<Value>(work: (load: Awaited<ReturnType<typeof engine>>) => Promise<Value>): Promise<Value> {
  const load = await engine();
  try {
    return await work(load);
  } catch (error) {
    if (error instanceof load.ReportRefused) throw new OperationRefused(error.code, error.text, error.field);
    throw error;
  }
}

export const reportOperations = ({ pool }: Pick<Database, 'pool'>): ReportOperations => ({
  save: (owner, order) => asAnswer(({ saveSubscription }) => saveSubscription(pool, owner, order)),
  change: (owner, what, id) => asAnswer(({ changeSubscription }) => changeSubscription(pool, owner, what, id)),
  unsubscribe: async (token) => (await engine()).unsubscribe(pool, token),
});
