import { DAY, isPeak } from '../world/calendar.ts';
import { trainedFrom, type Agent, type Channel, type Team } from '../world/desk.ts';
import { Wheel, type Dice } from '../world/dice.ts';
import type { Product } from '../world/goods.ts';
import type { Shop } from '../world/shop.ts';
import { caseText } from '../world/case-words.ts';
import { TRAINING } from '../truths.ts';
import { playOut, type CaseEvent } from './case-events.ts';
import { firstAnswer, satisfies } from './service-quality.ts';

export const TOPICS = {
  where_is_my_order: { team: 'logistics', hours: 5, cause: 'carrier' },
  delivery_late: { team: 'logistics', hours: 14, cause: 'carrier' },
  damaged: { team: 'aftersale', hours: 22, cause: 'carrier' },
  lost: { team: 'complaints', hours: 40, cause: 'carrier' },
  wrong_item: { team: 'aftersale', hours: 20, cause: 'warehouse' },
  not_as_described: { team: 'aftersale', hours: 26, cause: 'merchant' },
  quality: { team: 'aftersale', hours: 24, cause: 'product' },
  refund: { team: 'aftersale', hours: 16, cause: 'service' },
  invoice: { team: 'aftersale', hours: 8, cause: 'service' },
  advice: { team: 'presale', hours: 0.4, cause: 'customer' },
  payment: { team: 'presale', hours: 2, cause: 'service' },
  account: { team: 'presale', hours: 6, cause: 'customer' },
  attitude: { team: 'complaints', hours: 30, cause: 'carrier' },
} as const satisfies Record<string, { team: Team; hours: number; cause: string }>;
export type Topic = keyof typeof TOPICS;
export type CaseType = 'enquiry' | 'request' | 'complaint';
export type Phase = 'pre_sale' | 'in_sale' | 'after_sale';

/** Why somebody turns to the shop, and when. */
export interface Contact {
  topic: Topic;
  type: CaseType;
  phase: Phase;
  openedAt: number;
  order: string | null;
  customer: string | null;
  product: Product | null;
  words?: 'batch' | undefined; // the distinctive words of (d)
}

export interface Case {
  no: string;
  contact: Contact;
  channel: Channel;
  english: boolean;
  text: string;
  agent: Agent | null;
  handledBy: 'bot' | 'human' | 'bot_then_human';
  handedOverAt: number | null;
  joinedAt: number | null;
  respondedAt: number | null;
  resolvedAt: number | null; // for good; null: never
  reopens: number;
  transfers: number;
  replies: number;
  callAnswered: boolean | null;
  waitedSeconds: number | null;
  severity: number;
  flowFollowed: boolean;
  satisfied: boolean;
  satisfiedIfSlow: boolean; // the same rolls against the answer of the slow desk (b)
  csat: number | null;
  csatAt: number | null;
  csatIfSlow: number | null;
  toneStart: number;
  toneEnd: number;
  escalatedTo: 'platform' | 'regulator' | null;
  escalatedAt: number | null;
  outcomeLiked: boolean | null;
  callBackPromisedAt: number | null;
  calledBackAt: number | null;
  costFen: number;
  events: CaseEvent[];
}

const channels = {
  usual: new Wheel<Channel>([['chat', 52], ['phone', 22], ['email', 9], ['form', 10], ['social', 7]]),
  complaint: new Wheel<Channel>([['chat', 46], ['phone', 24], ['email', 7], ['form', 7], ['social', 6], ['platform', 8], ['regulator', 2]]),
}; // prettier-ignore
const BOT = { answers: 0.55, contains: { enquiry: 0.45, request: 0.2, complaint: 0 } } as const;
const SIMPLE: ReadonlySet<Topic> = new Set(['where_is_my_order', 'invoice', 'advice', 'account', 'payment']);
const COST_FEN: Record<Channel, number> = {
  chat: 420,
  phone: 1150,
  email: 640,
  form: 610,
  social: 560,
  platform: 1400,
  regulator: 5200,
};
const CSAT_ANSWERED = 0.45;
const ABANDONED = { usual: 0.06, peak: 0.16 } as const;

function solvesFirst(topic: Topic, agent: Agent, day: number): number {
  if (topic !== TRAINING.topic) return TRAINING.solvedOthers;
  return agent.trained && day >= trainedFrom ? TRAINING.solvedAfter : TRAINING.solvedBefore;
}

function blank(shop: Shop, dice: Dice, contact: Contact, channel: Channel): Case {
  const english = dice.chance(0.14);
  const complaint = contact.type === 'complaint';
  return {
    no: shop.number('T'),
    contact,
    channel,
    english,
    text: caseText(dice, contact.topic, english, contact.words),
    agent: null,
    handledBy: 'human',
    handedOverAt: null,
    joinedAt: null,
    respondedAt: null,
    resolvedAt: null,
    reopens: 0,
    transfers: 0,
    replies: 0,
    callAnswered: null,
    waitedSeconds: null,
    severity: complaint ? dice.between(1, 3) : 1,
    flowFollowed: dice.chance(0.86),
    satisfied: false,
    satisfiedIfSlow: false,
    csat: null,
    csatAt: null,
    csatIfSlow: null,
    toneStart: complaint ? -1 : dice.chance(0.2) ? 1 : 0,
    toneEnd: 0,
    escalatedTo: null,
    escalatedAt: null,
    outcomeLiked: null,
    callBackPromisedAt: null,
    calledBackAt: null,
    costFen: Math.round(COST_FEN[channel] * (0.7 + dice.unit() * 0.6)),
    events: [],
  };
}

/** The bot solves it, or promises a person. */
function meetsBot(dice: Dice, one: Case): boolean {
  const { topic, type, openedAt } = one.contact;
  const text = one.channel === 'chat' || one.channel === 'form';
  if (!text || !SIMPLE.has(topic) || !dice.chance(BOT.answers)) return false;
  if (dice.chance(BOT.contains[type])) {
    one.handledBy = 'bot';
    one.resolvedAt = openedAt + dice.between(40, 400);
    one.costFen = 40;
    return true;
  }
  one.handledBy = 'bot_then_human';
  one.handedOverAt = openedAt + dice.between(30, 240);
  return false;
}

function givenUp(dice: Dice, one: Case): boolean {
  if (one.channel !== 'phone') return false;
  const peak = isPeak(Math.floor(one.contact.openedAt / DAY));
  one.waitedSeconds = dice.skewed(peak ? 140 : 45, 0.8);
  one.callAnswered = !dice.chance(peak ? ABANDONED.peak : ABANDONED.usual);
  return !one.callAnswered;
}

function talk(shop: Shop, dice: Dice, one: Case): void {
  const { topic, type, openedAt } = one.contact;
  const { team, hours } = TOPICS[topic];
  const agent = shop.desk.one(dice, type === 'complaint' && dice.chance(0.3) ? 'complaints' : team);
  one.agent = agent;
  const answer = firstAnswer(dice, one.channel, openedAt, one.waitedSeconds);
  const from = one.handedOverAt ?? openedAt;
  one.respondedAt = from + answer.seconds;
  if (one.handedOverAt !== null) one.joinedAt = one.respondedAt - Math.min(answer.seconds - 1, dice.between(1, 20));
  const solvedFirst = dice.chance(solvesFirst(topic, agent, Math.floor(openedAt / DAY)));
  one.transfers = dice.chance(type === 'complaint' ? 0.3 : 0.12) ? dice.between(1, 3) : 0;
  one.replies = one.channel === 'chat' ? dice.between(3, 9) : dice.between(1, 4);
  one.reopens = solvedFirst ? 0 : dice.chance(0.2) ? 2 : 1;
  const work = dice.skewed(hours * 3600, 0.8) * (1 + one.transfers * 0.5);
  const never = !solvedFirst && dice.chance(0.1);
  one.resolvedAt = never
    ? null
    : one.respondedAt + Math.floor(work) + (one.reopens > 0 ? dice.between(10, 60) * 3600 * one.reopens : 0);
  const roll = dice.unit();
  const agreeable = { solvedFirst, agent, complaint: type === 'complaint', transfers: one.transfers };
  one.satisfied = roll < satisfies(one.channel, answer.seconds, agreeable);
  one.satisfiedIfSlow = roll < satisfies(one.channel, answer.secondsIfSlow, agreeable);
}

function afterwards(dice: Dice, one: Case): void {
  const { satisfied, resolvedAt } = one;
  const complaint = one.contact.type === 'complaint';
  one.toneEnd = satisfied ? 1 : dice.chance(0.6) ? -1 : 0;
  const grade = (pleased: boolean, roll: number) =>
    pleased ? (roll < 0.6 ? 5 : 4) : roll < 0.4 ? 1 : roll < 0.7 ? 2 : 3;
  const [asked, roll] = [dice.chance(CSAT_ANSWERED), dice.unit()];
  if (asked && resolvedAt !== null) {
    one.csat = grade(satisfied, roll);
    one.csatIfSlow = grade(one.satisfiedIfSlow, roll);
    one.csatAt = resolvedAt + dice.between(60, 20 * 3600);
  }
  if (one.channel === 'phone' || complaint) {
    if (dice.chance(0.12) && one.respondedAt !== null) {
      one.callBackPromisedAt = one.respondedAt + dice.between(2, 30) * 3600;
      if (dice.chance(0.82)) one.calledBackAt = one.callBackPromisedAt - dice.between(-1800, 5400);
    }
  }
  if (!complaint) return;
  if (!satisfied && dice.chance(0.11) && one.channel !== 'platform' && one.channel !== 'regulator') {
    one.escalatedTo = dice.chance(0.8) ? 'platform' : 'regulator';
    one.escalatedAt = one.contact.openedAt + dice.between(20, 120) * 3600;
  }
  if (dice.chance(0.4)) one.outcomeLiked = satisfied ? dice.chance(0.93) : dice.chance(0.25);
}

/** One contact from the first word to the last, beyond the picture too. */
export function serve(shop: Shop, dice: Dice, contact: Contact): Case {
  const channel = channels[contact.type === 'complaint' ? 'complaint' : 'usual'].spin(dice);
  const one = blank(shop, dice, contact, channel);
  if (meetsBot(dice, one)) {
    one.satisfied = one.satisfiedIfSlow = dice.chance(0.66);
    afterwards(dice, one);
  } else if (givenUp(dice, one)) {
    one.resolvedAt = null;
    one.toneEnd = -1;
  } else {
    talk(shop, dice, one);
    afterwards(dice, one);
  }
  one.events = playOut(shop, dice, one);
  return one;
}
