import { DAY, dayOf } from './calendar.ts';
import { Wheel, type Dice } from './dice.ts';
import type { Item, Review } from './order.ts';
import type { Shop } from './shop.ts';
import { BAD_MERCHANT, DELAYS, REVIEWED, STARS, type Delay } from './truths.ts';
import { followUp, message, moodOf } from './words.ts';

const wheels = new Map(
  DELAYS.map((delay) => [delay, new Wheel(STARS[delay].map((weight, i) => [i + 1, weight] as const))]),
);
const badFrom = dayOf(BAD_MERCHANT.from);
const titles: Record<number, string> = { 1: '很失望', 2: '不太满意', 3: '一般', 4: '满意', 5: '非常满意' };

function reviewedChance(delay: Delay): number {
  if (delay === 'on_time') return REVIEWED.delivered;
  return delay === 'not_delivered' ? REVIEWED.notDelivered : REVIEWED.late;
}

export function disappointedBy(dice: Dice, items: readonly Item[], day: number): boolean {
  return (
    day >= badFrom &&
    items.some((item) => item.merchant === BAD_MERCHANT.merchant) &&
    dice.chance(BAD_MERCHANT.disappointed)
  );
}

// Reviews of one order, in the order they were written; those after the picture are left out by the caller's moment.
export function opinions(shop: Shop, dice: Dice, delay: Delay, items: readonly Item[], knownAt: number): Review[] {
  if (!dice.chance(reviewedChance(delay))) return [];
  const notAsDescribed = disappointedBy(dice, items, Math.floor(knownAt / DAY));
  const score = (wheels.get(notAsDescribed ? 'late_4_7' : delay) as Wheel<number>).spin(dice);
  const invitedAt = knownAt + DAY;
  const answeredAt = invitedAt + Math.floor(dice.unit() ** 2 * 14 * DAY) + 600;
  if (answeredAt >= shop.pictureTakenAt) return [];
  const worded = dice.chance(REVIEWED.withWords);
  const reviews: Review[] = [
    {
      id: shop.reviewId(),
      score,
      title: dice.chance(0.2) ? (titles[score] ?? '') : '',
      message: worded ? message(dice, moodOf(score, delay, notAsDescribed)) : '',
      invitedAt,
      answeredAt,
    },
  ];
  const later = answeredAt + dice.between(10, 40) * DAY;
  if (dice.chance(REVIEWED.followUp) && later < shop.pictureTakenAt) {
    reviews.push({
      id: shop.reviewId(),
      score: Math.min(5, score + 1),
      title: '',
      message: followUp(dice, score),
      invitedAt: null,
      answeredAt: later,
    });
  }
  return reviews;
}
