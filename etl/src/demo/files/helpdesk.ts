import { utcText } from '../world/calendar.ts';
import { POLICIES } from '../world/desk.ts';
import { closedAt } from '../lives/case-events.ts';
import { TOPICS, type Case } from '../lives/case.ts';
import { standing } from '../lives/standing.ts';
import { writeDeskReference } from './helpdesk-reference.ts';
import {
  CATEGORY_WORDS,
  EVENT_WORDS,
  flaw,
  KIND_WORDS,
  LIST,
  MODE_WORDS,
  STAGE_WORDS,
  STATE_WORDS,
  VIA_WORDS,
} from './helpdesk-words.ts';
import { yuan, type SystemFile } from './system-file.ts';
import type { Writer } from './writer.ts';

const sound = {
  id: 'X#',
  kind: 'CONSULT',
  stage: 'PRE',
  via: 'im',
  category: '支付',
  state: 'NEW',
  created_at: '2026-08-01T02:00:00Z',
  events: [],
};

/** The desk itself: people, promises, and a document a case with everything that was logged of it. */
export class HelpDesk {
  private readonly tickets: SystemFile;

  constructor(private readonly to: Writer) {
    writeDeskReference(to);
    this.tickets = to.open({
      ...LIST,
      name: 'demo_helpdesk/tickets.json',
      flaws: [
        flaw('invalid_date', { ...sound, created_at: '2026-06-31T02:00:00Z' }),
        flaw('unknown_code', { ...sound, via: 'pigeon' }),
        flaw('score_out_of_range', { ...sound, satisfaction: { score: 9, at: '2026-08-01T03:00:00Z' } }),
        flaw('missing_value', { ...sound, kind: null }),
      ],
    });
  }

  ticket(one: Case): void {
    const { to } = this;
    const { contact } = one;
    if (!to.shop.isSeen(contact.openedAt)) return;
    const at = (moment: number | null) => to.utc(moment);
    const now = standing((moment) => to.shop.isSeen(moment), one);
    const responded = to.shop.isSeen(one.respondedAt);
    const phone = one.channel === 'phone' ? { answered: one.callAnswered === true, queue_s: one.waitedSeconds } : null;
    const csat = to.shop.isSeen(one.csatAt) ? one.csat : null;
    const policy = POLICIES.find(([, channel]) => channel === one.channel);
    this.tickets.write(
      JSON.stringify({
        id: one.no,
        order_no: contact.order,
        item_no: contact.product?.id ?? null,
        requester: contact.customer,
        kind: KIND_WORDS[contact.type],
        stage: STAGE_WORDS[contact.phase],
        via: VIA_WORDS[one.channel],
        category: CATEGORY_WORDS[contact.topic],
        root_cause: contact.type === 'complaint' ? TOPICS[contact.topic].cause.toUpperCase() : null,
        level: one.severity,
        state: STATE_WORDS[now.state],
        created_at: utcText(contact.openedAt),
        first_reply_at: at(one.respondedAt),
        solved_at: at(now.resolvedAt),
        closed_at: at(closedAt(one)),
        handling: { mode: MODE_WORDS[one.handledBy], asked_at: at(one.handedOverAt), joined_at: at(one.joinedAt), agent: responded ? (one.agent?.no ?? null) : null, group: responded ? (one.agent?.team ?? null) : null },
        transfers: now.transfers,
        replies: now.replies,
        reopens: now.reopens,
        call: phone,
        sla: policy?.[0] ?? null,
        satisfaction: csat === null ? null : { score: csat, at: at(one.csatAt) },
        tone: { start: one.toneStart, end: now.state === 'closed' ? one.toneEnd : null },
        process_ok: one.flowFollowed,
        escalation: to.shop.isSeen(one.escalatedAt) ? { to: one.escalatedTo, at: at(one.escalatedAt) } : null,
        outcome_ok: now.state === 'closed' ? one.outcomeLiked : null,
        callback: one.callBackPromisedAt === null || !responded ? null : { due: utcText(one.callBackPromisedAt), done: at(one.calledBackAt) },
        cost: yuan(one.costFen),
        words: one.text,
        events: now.events.map(({ kind, at: when, agent }, i) => ({ n: i + 1, type: EVENT_WORDS[kind], at: utcText(when), by: agent?.no ?? null, group: agent?.team ?? null })),
      }),
    ); // prettier-ignore
    to.counts.row('service_cases', { case_type: contact.type, phase: contact.phase, channel: one.channel, topic: contact.topic, status: now.state, handled_by: one.handledBy, csat, reopened: now.reopens > 0 }, { reopens: now.reopens, transfers: now.transfers, cost_minor: one.costFen }); // prettier-ignore
    for (const event of now.events) to.counts.row('case_events', { kind: event.kind });
  }
}
