import type { RequestContext } from '../graphql/context.ts';
import { actorOf, type Actor } from './actor.ts';
import { OperationRefused, type Operations } from './operations.ts';
import type { UserError } from './user-error.type.ts';

type Outcome<Value> = { value: Value; userErrors: [] } | { value: null; userErrors: [UserError] };

/** Has something done for the one who asks. An expected refusal comes back as data; nothing of it was done then. */
export async function perform<Value>(
  { operations, principal }: RequestContext,
  work: (operations: Operations, actor: Actor) => Promise<Value>,
): Promise<Outcome<Value>> {
  try {
    if (!operations)
      throw new OperationRefused('READ_ONLY', {
        en: 'This server only reads. Ask one that "rapport serve" or "rapport demo" started.',
        zh: '此服务仅供读取，请在由 rapport serve 或 rapport demo 启动的服务上操作。',
      });
    return { value: await work(operations, actorOf(principal)), userErrors: [] };
  } catch (error) {
    if (!(error instanceof OperationRefused)) throw error;
    return { value: null, userErrors: [{ code: error.code, field: error.field, text: error.text }] };
  }
}
