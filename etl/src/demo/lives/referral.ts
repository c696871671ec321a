import { DAY } from '../world/calendar.ts';
import type { Dice } from '../world/dice.ts';
import type { Shop } from '../world/shop.ts';
import { REFERS } from '../truths.ts';
import type { Case } from './case.ts';
import type { Order } from './order.ts';

/** A customer recommends the shop to a friend, who may come. */
export interface Referral {
  no: string;
  channel: 'wechat' | 'link' | 'poster';
  caseNo: string | null;
  at: number;
  friend: string | null; // the friend's customer id, once there is one
  joinedAt: number | null;
  firstOrderedAt: number | null;
  friendDay: number | null; // the day the friend will come
}

const AGAIN = { share: 0.3, days: [6, 90], most: 4 } as const; // who has recommended once does so again

const CHANNELS = ['wechat', 'wechat', 'link', 'poster'] as const;

/** Advocates go on: the same customer, other friends, of whom nothing more is known. */
export function furtherReferrals(shop: Shop, dice: Dice, first: Referral | null): Referral[] {
  const further: Referral[] = [];
  let at = first?.at ?? null;
  while (at !== null && further.length < AGAIN.most && dice.chance(AGAIN.share)) {
    at = shop.seen(at + dice.between(...AGAIN.days) * DAY);
    if (at === null) break;
    const nothing = { caseNo: null, friend: null, joinedAt: null, firstOrderedAt: null, friendDay: null };
    further.push({ no: shop.number('RE'), channel: dice.pick(CHANNELS), at, ...nothing });
  }
  return further;
}

/** The first contact with a CSAT of 4 or 5 that the picture shows: it decides, once, whether the customer refers a friend. */
export function firstSatisfying(shop: Shop, cases: readonly Case[]): Case | null {
  let first: Case | null = null;
  for (const one of cases) {
    if ((one.csat ?? 0) < 4 || !shop.isSeen(one.csatAt)) continue;
    if (!first || one.csatAt < (first.csatAt ?? 0)) first = one;
  }
  return first;
}

export function referralOf(shop: Shop, dice: Dice, cases: readonly Case[], last: Order | null): Referral | null {
  const satisfying = firstSatisfying(shop, cases);
  const [roll, wait] = [dice.unit(), dice.unit()];
  const from = satisfying ? satisfying.csatAt : last ? (last.memory.knownOn + 1) * DAY : null;
  if (from === null || roll >= (satisfying ? REFERS.satisfied : REFERS.others)) return null;
  const at = from + Math.floor(wait * REFERS.withinDays * DAY);
  if (!shop.isSeen(at)) return null;
  const day = Math.floor(at / DAY) + dice.between(1, 30);
  const comes = dice.chance(REFERS.friendComes) && day <= shop.season.last;
  return {
    no: shop.number('RE'),
    channel: dice.pick(CHANNELS),
    caseNo: satisfying?.no ?? null,
    at,
    friend: null,
    joinedAt: null,
    firstOrderedAt: null,
    friendDay: comes ? day : null,
  };
}
