import { DAY, isSale } from './calendar.ts';
import { Dice, Wheel } from './dice.ts';
import type { Order, Review } from './order.ts';
import { person, type Person } from './people.ts';
import { placeWheel, type Place } from './places.ts';
import { purchase, type Buyer } from './purchase.ts';
import type { Shop } from './shop.ts';
import { AFFINITY, GUEST_SHARE, RETURN_FACTOR, SPLIT_SHARE } from './truths.ts';

export interface Customer extends Person {
  id: string;
  place: Place;
  city: string;
  registeredAt: number;
}

export interface Life {
  customer: Customer | null; // null: a guest
  orders: Order[];
}

const affinities = new Wheel(AFFINITY);
// Days from knowing how the order went to the next one: most come back soon, and a wave comes after a month.
const waits = new Wheel(
  Array.from({ length: 360 }, (_, i) => [i + 1, Math.exp(-i / 55) + 0.5 * Math.exp(-(((i - 29) / 6) ** 2))] as const),
);
const HOURS = [14, 8, 4, 2, 2, 3, 6, 12, 22, 34, 42, 40, 36, 34, 34, 36, 36, 34, 36, 42, 56, 62, 52, 30];
const hours = new Wheel(HOURS.map((weight, hour) => [hour, weight] as const));
const saleHours = new Wheel(
  HOURS.map((weight, hour) => [hour, hour === 0 ? 160 : hour >= 20 ? weight * 1.5 : weight] as const),
);
const SENT_ELSEWHERE = 0.04;
const NEVER_ORDERED_EACH = 33;
const SHARED_REVIEW = 0.5;

function orderMoment(dice: Dice, day: number): number {
  const hour = (isSale(day) ? saleHours : hours).spin(dice);
  return day * DAY + hour * 3600 + dice.between(0, 3599);
}

function buyerOf(dice: Dice, customer: string | null, place: Place, city: string): Buyer {
  if (!dice.chance(SENT_ELSEWHERE)) return { customer, place, city };
  const other = placeWheel.spin(dice);
  return { customer, place: other, city: dice.pick(other.cities) };
}

// One basket in two orders minutes apart: two orders, one day, and sometimes one review for both.
function splitOff(shop: Shop, dice: Dice, first: Order, buyer: Buyer): Order {
  const minutes = dice.between(2, 40) * 60;
  const endOfDay = (Math.floor(first.orderedAt / DAY) + 1) * DAY - 1;
  const second = purchase(shop, dice, buyer, Math.min(first.orderedAt + minutes, endOfDay)).order;
  const shared: Review | undefined = first.reviews[0];
  if (shared && second.status === 'delivered' && second.updatedAt < shared.answeredAt && dice.chance(SHARED_REVIEW))
    second.reviews = [{ ...shared }];
  return second;
}

function ordersOf(shop: Shop, dice: Dice, home: Buyer, firstDay: number, most: number): Order[] {
  const orders: Order[] = [];
  const affinity = affinities.spin(dice);
  let day: number | null = firstDay;
  while (day !== null && orders.length < most) {
    const buyer = buyerOf(dice, home.customer, home.place, home.city);
    const { order, memory } = purchase(shop, dice, buyer, orderMoment(dice, day));
    orders.push(order);
    if (orders.length < most && dice.chance(SPLIT_SHARE)) orders.push(splitOff(shop, dice, order, buyer));
    if (home.customer === null || !dice.chance(affinity * RETURN_FACTOR[memory.delay])) break;
    day = shop.season.drawnTo(memory.knownOn + waits.spin(dice), memory.knownOn + 1, dice.unit());
  }
  return orders;
}

// Each customer has their own dice: how one fares never changes another, whatever the size of the shop.
export function live(shop: Shop, no: number, mostOrders: number): Life {
  const dice = new Dice(shop.seed, 'customer', no);
  // The first customer orders on the last day, so that "today" is known while the rest is still being written.
  const firstDay = no === 1 ? shop.season.last : shop.season.newcomers.spin(dice);
  const place = placeWheel.spin(dice);
  const city = dice.pick(place.cities);
  if (no > 1 && dice.chance(GUEST_SHARE))
    return {
      customer: null,
      orders: ordersOf(shop, dice, { customer: null, place, city }, firstDay, Math.min(1, mostOrders)),
    };
  const id = `C${String(no).padStart(8, '0')}`;
  const registeredAt = firstDay * DAY - Math.floor(dice.unit() ** 3 * 400 * DAY) - dice.between(60, 40_000);
  const customer = { id, place, city, registeredAt, ...person(dice, no) };
  return {
    customer,
    orders:
      no % NEVER_ORDERED_EACH === 0 ? [] : ordersOf(shop, dice, { customer: id, place, city }, firstDay, mostOrders),
  };
}
