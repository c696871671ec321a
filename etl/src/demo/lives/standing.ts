import type { Case } from './case.ts';

export type State = 'open' | 'pending' | 'resolved' | 'closed';

/** How a case stands in the picture. */
export function standing(isSeen: (moment: number) => boolean, one: Case) {
  const events = one.events.filter(({ at }) => isSeen(at));
  let [reopens, transfers, answers] = [0, 0, 0];
  let resolvedAt: number | null = null;
  let state: State = 'open';
  for (const { kind, at } of events) {
    if (kind === 'reopened') reopens++;
    if (kind === 'transferred') transfers++;
    if (kind === 'agent_reply') answers++;
    if (kind === 'resolved') [resolvedAt, state] = [at, 'resolved'];
    else if (kind === 'reopened') [resolvedAt, state] = [null, 'open'];
    else if (kind === 'closed') state = 'closed';
    else if (kind === 'agent_reply' && state === 'open') state = 'pending';
    else if (kind === 'customer_message' && state === 'pending') state = 'open';
  }
  const replies = state === 'closed' || state === 'resolved' ? one.replies : answers;
  return { events, reopens, transfers, replies, resolvedAt, state };
}
