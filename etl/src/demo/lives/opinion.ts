import { DAY } from '../world/calendar.ts';
import { Wheel, type Dice } from '../world/dice.ts';
import type { Product } from '../world/goods.ts';
import type { Shop } from '../world/shop.ts';
import { batchText } from '../world/case-words.ts';
import { followUp, message, moodOf, shopReply } from '../world/words.ts';
import {
  BAD_BATCH,
  DELAYS,
  REVIEWED,
  STARS,
  STARS_CONTACT,
  STARS_FAILED,
  STARS_FAILED_CONTACT,
  STARS_NEXT_DAY,
  type Delay,
} from '../truths.ts';
import type { Case } from './case.ts';
import type { Order, Review } from './order.ts';

type Weights = readonly [number, number, number, number, number];
const wheelOf = (stars: Weights) => new Wheel(stars.map((weight, i) => [i + 1, weight] as const));
const pair = (of: { pleased: Weights; letDown: Weights }) => ({
  pleased: wheelOf(of.pleased),
  letDown: wheelOf(of.letDown),
});
const byDelay = new Map(DELAYS.map((delay) => [delay, wheelOf(STARS[delay])]));
const nextDay = wheelOf(STARS_NEXT_DAY);
const failed = wheelOf(STARS_FAILED);
const contact = { well: pair(STARS_CONTACT), failed: pair(STARS_FAILED_CONTACT) };
const titles: Record<number, string> = { 1: '很失望', 2: '不太满意', 3: '一般', 4: '满意', 5: '非常满意' };

const INVITED_TIMES = 1.15;
const NOT_INVITED_TIMES = 0.65;
const REPLIED = { bad: 0.55, others: 0.08 } as const;
const CHANGED = { quickly: 0.2, later: 0.05 } as const;

export interface Impression {
  delay: Delay;
  failed: boolean;
  failedItem: Product | null;
  notAsDescribed: boolean;
  nextDay: boolean;
}

/** The stars, and what the same roll would have been without next-day delivery (a), and with the slow desk (b). */
export interface Stars {
  score: number;
  withoutNextDay: number;
  ifSlow: number;
  contact: Case | null;
}

function starsOf(dice: Dice, seen: Impression, before: Case | null): Stars {
  const roll = dice.unit();
  const plain = byDelay.get(seen.delay) as Wheel<number>;
  const at = (wheel: Wheel<number>) => wheel.at(roll);
  const same = (score: number): Stars => ({ score, withoutNextDay: score, ifSlow: score, contact: before });
  if (before && seen.delay !== 'not_delivered') {
    const wheels = seen.failed || seen.delay !== 'on_time' ? contact.failed : contact.well;
    const of = (pleased: boolean) => at(pleased ? wheels.pleased : wheels.letDown);
    return { ...same(of(before.satisfied)), ifSlow: of(before.satisfiedIfSlow) };
  }
  if (seen.failed && seen.delay === 'on_time') return same(at(failed));
  return seen.nextDay && seen.delay === 'on_time'
    ? { ...same(at(nextDay)), withoutNextDay: at(plain) }
    : same(at(plain));
}

function chanceOf(seen: Impression, contacted: boolean, invited: boolean): number {
  if (seen.delay === 'not_delivered') return REVIEWED.notDelivered;
  const base =
    seen.delay !== 'on_time' ? REVIEWED.late : contacted || seen.failed ? REVIEWED.afterContact : REVIEWED.delivered;
  return base * (invited ? INVITED_TIMES : NOT_INVITED_TIMES);
}

function answered(dice: Dice, review: Review, english: boolean): void {
  const bad = review.score <= 2;
  if (!dice.chance(bad ? REPLIED.bad : REPLIED.others)) return;
  const hours = dice.skewed(bad ? 20 : 40, 0.8);
  review.repliedAt = review.shownAt + hours * 3600;
  review.reply = shopReply(dice, english);
  if (!bad || !dice.chance(hours <= 24 ? CHANGED.quickly : CHANGED.later)) return;
  review.changedAt = review.repliedAt + dice.between(6, 120) * 3600;
  review.firstScore = review.score;
}

export function blankReview(shop: Shop, product: Product | null, score: number, answeredAt: number): Review {
  return {
    id: shop.number('R'),
    product,
    score,
    title: '',
    message: '',
    invitedAt: null,
    answeredAt,
    source: 'written',
    followUpOf: null,
    firstScore: null,
    changedAt: null,
    repliedAt: null,
    reply: null,
    shownAt: answeredAt + 1800,
    photos: 0,
  };
}

function text(dice: Dice, order: Order, seen: Impression, score: number, english: boolean): string {
  if (!dice.chance(REVIEWED.withWords)) return '';
  const batch = order.items.some((item) => item.batch === BAD_BATCH.batch && item.product === seen.failedItem);
  if (batch && seen.notAsDescribed && score <= 3) return batchText(dice, english);
  return message(dice, moodOf(score, seen.delay, seen.notAsDescribed), english);
}

/** The first contact about this order that was over before a moment. */
function contactBefore(order: Order, moment: number): Case | null {
  let first: Case | null = null;
  for (const one of order.cases) {
    if (one.contact.phase === 'pre_sale' || one.resolvedAt === null || one.resolvedAt >= moment) continue;
    if (!first || one.contact.openedAt < first.contact.openedAt) first = one;
  }
  return first;
}

/** The stars as they stand in the picture: a bad review may have been changed after an answer. */
export function shownScore(shop: Shop, review: Review): number {
  return shop.isSeen(review.changedAt) ? Math.min(5, review.score + 2) : review.score;
}

export interface Voice {
  reviews: Review[];
  stars: Stars | null; // of the first, if a person wrote it
}

// Reviews of one order, in the order they were written; those after the picture are left out.
export function opinions(shop: Shop, dice: Dice, order: Order, seen: Impression, knownAt: number): Voice {
  const invitation = order.messages.find((one) => one.kind === 'review_invitation');
  const answeredAt = knownAt + DAY + Math.floor(dice.unit() ** 2 * 14 * DAY) + 600;
  const before = contactBefore(order, answeredAt);
  const product = seen.failedItem ?? order.items[0]?.product ?? null;
  if (!dice.chance(chanceOf(seen, before !== null, invitation !== undefined))) {
    const at = knownAt + 15 * DAY;
    if (seen.delay === 'not_delivered' || !dice.chance(REVIEWED.byDefault) || !shop.isSeen(at))
      return { reviews: [], stars: null };
    return { reviews: [{ ...blankReview(shop, product, 5, at), source: 'default', shownAt: at }], stars: null };
  }
  if (!shop.isSeen(answeredAt)) return { reviews: [], stars: null };
  const english = dice.chance(REVIEWED.english);
  const stars = starsOf(dice, seen, before);
  const { score } = stars;
  const review = blankReview(shop, product, score, answeredAt);
  review.invitedAt = invitation?.sentAt ?? null;
  review.title = !english && dice.chance(0.2) ? (titles[score] ?? '') : '';
  review.message = text(dice, order, seen, score, english);
  review.source = score === 5 && dice.chance(REVIEWED.rewarded) ? 'rewarded' : 'written';
  review.shownAt = answeredAt + dice.between(60, 7200);
  review.photos = dice.chance(0.25) ? dice.between(1, 6) : 0;
  answered(dice, review, english);
  const reviews = [review];
  const later = answeredAt + dice.between(10, 40) * DAY;
  if (dice.chance(REVIEWED.followUp) && shop.isSeen(later)) {
    const again = blankReview(shop, product, Math.min(5, score + 1), later);
    reviews.push({ ...again, message: followUp(dice, score), followUpOf: review.id });
  }
  return { reviews, stars };
}
