import { DAY, dayOf } from '../world/calendar.ts';
import type { Dice } from '../world/dice.ts';
import type { Place } from '../world/places.ts';
import { NEXT_DAY } from '../truths.ts';
import type { DeliveryPromise, Item } from './order.ts';

const rolledOutFrom = dayOf(NEXT_DAY.from);
const rolledOutIn = new Set<string>(NEXT_DAY.regions);
const FAST_SHARE = 0.3;
const SLOT_SHARE = { usual: 0.03, bulky: 0.16 } as const;
const SLOTS: readonly (readonly [from: number, to: number])[] = [
  [9, 12],
  [14, 18],
  [18, 21],
];
const MORNING_CUT_OFF = 11 * 3600;
const NIGHT_CUT_OFF = 23 * 3600;
const endOf = (day: number): number => (day + 1) * DAY - 1;

/** Ordered before 11:00: the same day. Before 23:00: by 15:00 on the next. Later: as if ordered the next morning. */
function by211(paidAt: number): DeliveryPromise {
  const day = Math.floor(paidAt / DAY);
  const second = paidAt - day * DAY;
  const common = { rule: '211', slot: null, rolledOut: false } as const;
  if (second < MORNING_CUT_OFF) return { ...common, service: 'same_day', at: endOf(day), day };
  if (second < NIGHT_CUT_OFF)
    return { ...common, service: 'next_day', at: (day + 1) * DAY + 15 * 3600 - 1, day: day + 1 };
  return { ...common, service: 'same_day', at: endOf(day + 1), day: day + 1 };
}

/** What the shop promises for an order paid at this moment. */
export function promiseFor(dice: Dice, paidAt: number, place: Place, items: readonly Item[]): DeliveryPromise {
  const today = Math.floor(paidAt / DAY);
  const bulky = items.some(({ product }) => product.kind.bulky);
  const roll = dice.unit();
  if (rolledOutIn.has(place.code) && today >= rolledOutFrom) {
    if (roll < NEXT_DAY.share)
      return {
        service: 'next_day',
        rule: 'next_day',
        at: endOf(today + 1),
        day: today + 1,
        slot: null,
        rolledOut: true,
      };
  } else if (place.fast && roll < FAST_SHARE) return by211(paidAt);
  if (dice.chance(bulky ? SLOT_SHARE.bulky : SLOT_SHARE.usual)) {
    const day = today + place.promiseDays + dice.between(0, 2);
    const [from, to] = dice.pick(SLOTS);
    const slot = [day * DAY + from * 3600, day * DAY + to * 3600] as const;
    return { service: 'slot', rule: 'slot', at: slot[1], day, slot, rolledOut: false };
  }
  const day = today + place.promiseDays;
  return { service: 'standard', rule: 'days', at: endOf(day), day, slot: null, rolledOut: false };
}
