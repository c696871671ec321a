import { DAY } from '../world/calendar.ts';
import type { Dice } from '../world/dice.ts';
import type { Shop } from '../world/shop.ts';
import type { Case } from './case.ts';
import type { Failure, Order } from './order.ts';

export interface Compensation {
  no: string;
  caseNo: string | null;
  failure: Failure | 'service';
  form: 'coupon' | 'points' | 'cash';
  fen: number;
  grantedAt: number;
}

// Share of contacts about a failure that end with something given, and its usual worth. What is given depends on who answers.
const GIVEN: Partial<
  Record<Case['contact']['topic'], readonly [failure: Compensation['failure'], share: number, fen: number]>
> = {
  delivery_late: ['late', 0.45, 800],
  damaged: ['damaged', 0.75, 2600],
  lost: ['lost', 0.85, 3500],
  wrong_item: ['wrong_item', 0.6, 1500],
  not_as_described: ['not_as_described', 0.5, 2000],
  quality: ['quality', 0.3, 1800],
  attitude: ['service', 0.4, 1000],
};
const UNASKED = { afterHours: 48, share: 0.15, fen: 500 } as const; // a coupon for a late parcel, without a word
const FORMS = ['coupon', 'coupon', 'coupon', 'points', 'cash'] as const;

function worth(dice: Dice, usual: number, generous: number): number {
  return Math.max(100, Math.round((dice.skewed(usual, 0.5) * generous) / 100) * 100);
}

export function compensationsOf(
  shop: Shop,
  dice: Dice,
  order: Order,
  hoursLate: number,
  deliveredAt: number | null,
): Compensation[] {
  const given: Compensation[] = [];
  const give = (failure: Compensation['failure'], fen: number, grantedAt: number, caseNo: string | null) =>
    given.push({ no: shop.number('CP'), caseNo, failure, form: dice.pick(FORMS), fen, grantedAt });
  for (const one of order.cases) {
    const [failure, share, fen] = GIVEN[one.contact.topic] ?? ['service', 0, 0];
    const { agent, respondedAt, resolvedAt } = one;
    if (share === 0 || !agent || respondedAt === null || one.contact.type === 'enquiry') continue;
    if (!dice.chance(share * (0.6 + agent.generous / 3)) || given.some((other) => other.failure === failure)) continue;
    const until = resolvedAt ?? respondedAt + DAY;
    give(failure, worth(dice, fen, agent.generous), respondedAt + Math.floor((until - respondedAt) * 0.8), one.no);
  }
  if (given.length === 0 && hoursLate > UNASKED.afterHours && deliveredAt !== null && dice.chance(UNASKED.share))
    give('late', UNASKED.fen, deliveredAt + dice.between(3600, DAY), null);
  return given;
}
