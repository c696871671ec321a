import { AccessError } from '../auth/access-error.ts';
import type { RequestContext } from '../graphql/context.ts';
import { actorOf, type Actor } from './actor.ts';
import { OperationRefused, type Operations } from './operations.ts';
import type { UserError } from './user-error.type.ts';

type Outcome<Value> = { value: Value; userErrors: [] } | { value: null; userErrors: [UserError] };

function expected(error: unknown): UserError | null {
  if (error instanceof OperationRefused) return { code: error.code, field: error.field, text: error.text };
  if (error instanceof AccessError) return { code: 'REFUSED', field: null, text: error.text };
  return null;
}

/** What came of a change. An expected refusal comes back as data; nothing was changed then. */
export async function outcomeOf<Value>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await work(), userErrors: [] };
  } catch (error) {
    const refusal = expected(error);
    if (!refusal) throw error;
    return { value: null, userErrors: [refusal] };
  }
}

/** Has something done for the one who asks, where this server does more than read. */
export function perform<Value>(
  { operations, principal }: RequestContext,
  work: (operations: Operations, actor: Actor) => Promise<Value>,
): Promise<Outcome<Value>> {
  return outcomeOf(async () => {
    if (!operations)
      throw new OperationRefused('READ_ONLY', {
        en: 'This server only reads. Ask one that "rapport serve" or "rapport demo" started.',
        zh: '此服务仅供读取，请在由 rapport serve 或 rapport demo 启动的服务上操作。',
      });
    return work(operations, actorOf(principal));
  });
}
