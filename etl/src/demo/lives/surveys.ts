import { DAY } from '../world/calendar.ts';
import type { Dice } from '../world/dice.ts';
import type { Shop } from '../world/shop.ts';
import type { Order } from './order.ts';

export interface Survey {
  no: string;
  kind: 'csat' | 'nps' | 'ces';
  subject: 'service' | 'delivery' | 'product' | 'shop';
  order: string | null;
  caseNo: string | null;
  sentAt: number;
  answeredAt: number | null;
  score: number;
  comment: string | null;
  closedAt: number | null; // told what came of it
}

const SENT = { nps: 0.14, delivery: 0.12, effort: 0.3 } as const;
const ANSWERED = { nps: 0.28, csat: 0.34, ces: 0.38 } as const;
const COMMENTS = {
  low: ['等太久了。', '希望加强配送管理。', 'Too many steps.', '没人跟进我的问题。'],
  high: ['很满意，继续保持。', 'Great service.', '流程简单。'],
} as const;

function ask(
  shop: Shop,
  dice: Dice,
  one: Pick<Survey, 'kind' | 'subject' | 'sentAt' | 'score'> & Partial<Survey>,
): Survey {
  const answeredAt = dice.chance(ANSWERED[one.kind]) ? one.sentAt + dice.skewed(9 * 3600, 1) : null;
  const most = { csat: 5, nps: 10, ces: 7 }[one.kind];
  const low = one.score <= most * 0.6;
  return {
    no: shop.number('SV'),
    order: null,
    caseNo: null,
    comment: answeredAt !== null && dice.chance(0.2) ? dice.pick(low ? COMMENTS.low : COMMENTS.high) : null,
    closedAt: answeredAt !== null && low && dice.chance(0.55) ? answeredAt + dice.skewed(40 * 3600, 0.8) : null,
    ...one,
    answeredAt,
  };
}

function nps(dice: Dice, happy: boolean): number {
  const roll = dice.unit();
  if (happy) return roll < 0.52 ? dice.between(9, 10) : roll < 0.86 ? dice.between(7, 8) : dice.between(2, 6);
  return roll < 0.1 ? dice.between(9, 10) : roll < 0.32 ? dice.between(7, 8) : dice.between(0, 6);
}

/** Goods as described, service, delivery: asked together, as platforms do (DSR). */
function threeScores(shop: Shop, dice: Dice, order: Order, knownAt: number, happy: boolean): Survey[] {
  const failed = order.memory.failures.some((failure) => failure === 'not_as_described' || failure === 'quality');
  const fine = { delivery: happy, product: !failed, service: order.cases.every((one) => one.satisfied) };
  return (['delivery', 'product', 'service'] as const).map((subject) => {
    const score = fine[subject] ? (dice.chance(0.62) ? 5 : 4) : dice.between(1, 3);
    return ask(shop, dice, { kind: 'csat', subject, sentAt: knownAt + 7200, score, order: order.id });
  });
}

export function surveysOf(shop: Shop, dice: Dice, order: Order, knownAt: number, happy: boolean): Survey[] {
  const sent: Survey[] = [];
  if (dice.chance(SENT.nps))
    sent.push(
      ask(shop, dice, {
        kind: 'nps',
        subject: 'shop',
        sentAt: knownAt + 14 * DAY,
        score: nps(dice, happy),
        order: order.id,
      }),
    );
  if (dice.chance(SENT.delivery)) sent.push(...threeScores(shop, dice, order, knownAt, happy));
  for (const one of order.cases) {
    if (one.resolvedAt === null || one.handledBy === 'bot' || !dice.chance(SENT.effort)) continue;
    const score = one.satisfied ? dice.between(5, 7) : dice.between(1, 5);
    sent.push(
      ask(shop, dice, {
        kind: 'ces',
        subject: 'service',
        sentAt: one.resolvedAt + 3600,
        score,
        order: one.contact.order,
        caseNo: one.no,
      }),
    );
  }
  return sent;
}
