import { OperationRefused } from '../../platform/operations/index.ts';
import type { UserError } from '../../platform/operations/user-error.type.ts';

type Outcome<Value> = { value: Value; userErrors: [] } | { value: null; userErrors: [UserError] };

/** Changes what somebody keeps. An expected refusal comes back as data; nothing was changed then. */
export async function performSaving<Value>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await work(), userErrors: [] };
  } catch (error) {
    if (!(error instanceof OperationRefused)) throw error;
    return { value: null, userErrors: [{ code: error.code, field: error.field, text: error.text }] };
  }
}
