import { AccessError } from '../../platform/auth/access-error.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { actorOf, type Actor } from '../../platform/operations/actor.ts';
import type { UserError } from '../../platform/operations/user-error.type.ts';

type Outcome<Value> = { value: Value; userErrors: [] } | { value: null; userErrors: [UserError] };

/** Changes who may do what, for the one who asks. An expected refusal comes back as data; nothing was changed then. */
export async function performAccess<Value>(
  { principal }: RequestContext,
  work: (actor: Actor) => Promise<Value>,
): Promise<Outcome<Value>> {
  try {
    return { value: await work(actorOf(principal)), userErrors: [] };
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    return { value: null, userErrors: [{ code: 'REFUSED', field: null, text: error.text }] };
  }
}
