import type { Agent } from '../world/desk.ts';
import type { Dice } from '../world/dice.ts';
import type { Shop } from '../world/shop.ts';
import type { Case } from './case.ts';

export type CaseEventKind =
  | 'opened'
  | 'customer_message'
  | 'bot_reply'
  | 'agent_reply'
  | 'handed_over'
  | 'joined'
  | 'transferred'
  | 'resolved'
  | 'reopened'
  | 'closed'
  | 'escalated'
  | 'call_back';

export interface CaseEvent {
  kind: CaseEventKind;
  at: number;
  agent: Agent | null;
}

const MOST_REPLIES_WRITTEN = 4;
const CLOSED_AFTER = 48 * 3600;

/** When a case is filed away: two days after it was solved for good, or after the caller hung up. */
export function closedAt(one: Case): number | null {
  if (one.callAnswered === false) return one.contact.openedAt + (one.waitedSeconds ?? 0);
  return one.resolvedAt === null ? null : one.resolvedAt + CLOSED_AFTER;
}

function withBot(shop: Shop, one: Case, add: (kind: CaseEventKind, at: number, agent: Agent | null) => void): void {
  const { openedAt } = one.contact;
  add('bot_reply', openedAt + 2, shop.desk.bot);
  if (one.handledBy === 'bot') {
    add('customer_message', openedAt + 20, null);
    add('bot_reply', openedAt + 24, shop.desk.bot);
    if (one.resolvedAt !== null) add('resolved', one.resolvedAt, shop.desk.bot);
    return;
  }
  if (one.handedOverAt !== null) add('handed_over', one.handedOverAt, shop.desk.bot);
  if (one.joinedAt !== null) add('joined', one.joinedAt, one.agent);
}

function withPerson(
  shop: Shop,
  dice: Dice,
  one: Case,
  add: (kind: CaseEventKind, at: number, agent: Agent | null) => void,
): void {
  const { respondedAt, agent } = one;
  if (respondedAt === null || agent === null) return;
  // The last of a chain of people is the one in charge; before a transfer somebody else answered.
  const before = one.transfers > 0 ? shop.desk.one(dice, agent.team === 'bot' ? 'aftersale' : agent.team) : agent;
  add('agent_reply', respondedAt, before);
  const until = one.resolvedAt ?? respondedAt + 20 * 3600;
  const share = (part: number) => respondedAt + Math.floor((until - respondedAt) * part);
  for (let n = 1; n <= one.transfers; n++)
    add('transferred', share(0.04 * n + 0.01), n === one.transfers ? agent : before);
  const written = Math.min(MOST_REPLIES_WRITTEN, one.replies);
  for (let n = 1; n < written; n++) {
    add('customer_message', share(0.2 + 0.14 * n), null);
    add('agent_reply', share(0.24 + 0.14 * n), agent);
  }
  for (let n = 1; n <= one.reopens; n++) {
    add('resolved', share(0.7 + 0.09 * n), agent);
    add('reopened', share(0.74 + 0.09 * n), null);
  }
  if (one.resolvedAt !== null) add('resolved', one.resolvedAt, agent);
}

/** What the help desk logs of a case, in time order. */
export function playOut(shop: Shop, dice: Dice, one: Case): CaseEvent[] {
  const events: CaseEvent[] = [];
  const add = (kind: CaseEventKind, at: number, agent: Agent | null) => events.push({ kind, at, agent });
  add('opened', one.contact.openedAt, null);
  if (one.handledBy !== 'human') withBot(shop, one, add);
  if (one.handledBy !== 'bot') withPerson(shop, dice, one, add);
  if (one.escalatedAt !== null) add('escalated', one.escalatedAt, one.agent);
  if (one.calledBackAt !== null) add('call_back', one.calledBackAt, one.agent);
  const closed = closedAt(one);
  if (closed !== null) add('closed', closed, null);
  return events.sort((a, b) => a.at - b.at);
}
