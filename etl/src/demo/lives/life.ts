import { DAY, dayOf, isSale } from '../world/calendar.ts';
import { Dice, Wheel } from '../world/dice.ts';
import { person, type Person } from '../world/people.ts';
import { placeWheel, type Place } from '../world/places.ts';
import type { Shop } from '../world/shop.ts';
import { AFFINITY, COMES_BACK, DIRTY, GUEST_SHARE, OFFER, SPLIT_SHARE } from '../truths.ts';
import type { Case } from './case.ts';
import { consentsOf, Membership, type Consent, type LedgerRow } from './membership.ts';
import { message, type Message } from './messages.ts';
import type { Decision, Order, Review } from './order.ts';
import { purchase, type Buyer } from './purchase.ts';
import { furtherReferrals, referralOf, type Referral } from './referral.ts';
import { buyingVisit, lookingVisit, originWheel, type Visit } from './visits.ts';

export interface Customer extends Person {
  id: string;
  place: Place;
  city: string;
  registeredAt: number;
  origin: string;
  birthMonth: number | null;
}

export interface Life {
  customer: Customer | null; // null: a guest
  second: Customer | null; // an account of the same person, merged into the first
  bought: string | null; // the product that was praised for money (e)
  orders: Order[];
  visits: Visit[];
  ledger: LedgerRow[];
  consents: Consent[];
  messages: Message[]; // to the customer, about no order
  referral: Referral | null;
  referredAgain: Referral[];
}

/** How a life begins: by the customer's number, or as the friend of another. */
export interface Beginning {
  dice: Dice;
  firstDay: number | null; // null: drawn
  origin: string | null;
  place: Place | null;
  mayBeGuest: boolean;
  neverOrders: boolean;
}

const affinities = new Wheel(AFFINITY);
// Days from knowing how the order went to the next one: most come back soon, and a wave comes after a month.
const waits = new Wheel(
  Array.from({ length: 360 }, (_, i) => [i + 1, Math.exp(-i / 45) + 0.5 * Math.exp(-(((i - 29) / 6) ** 2))] as const),
);
const HOURS = [14, 8, 4, 2, 2, 3, 6, 12, 22, 34, 42, 40, 36, 34, 34, 36, 36, 34, 36, 42, 56, 62, 52, 30];
const hours = new Wheel(HOURS.map((weight, hour) => [hour, weight] as const));
const saleHours = new Wheel(
  HOURS.map((weight, hour) => [hour, hour === 0 ? 160 : hour >= 20 ? weight * 1.5 : weight] as const),
);
const SENT_ELSEWHERE = 0.04;
const SHARED_REVIEW = 0.5;
const LOOKS = { customer: 0.55, mostStrangers: 4 } as const;
const SIGNED_IN = 0.6;
const offerDay = dayOf(OFFER.on);

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
  const second = purchase(shop, dice, buyer, Math.min(first.orderedAt + minutes, endOfDay));
  const shared: Review | undefined = first.reviews[0];
  if (
    shared?.source === 'written' &&
    second.status === 'delivered' &&
    second.updatedAt < shared.answeredAt &&
    dice.chance(SHARED_REVIEW)
  ) {
    second.reviews = [{ ...shared }];
    second.stars = null;
  }
  return second;
}

/** The chance to come back: the customer's own, times what this order did to it. */
function decide(dice: Dice, affinity: number, order: Order, member: Membership | null): Decision {
  const { delay, hoursLate, failures, nextDay } = order.memory;
  const loyal = member !== null && member.tierAt(order.orderedAt) !== 'basic';
  const lateFactor = hoursLate > 0 ? Math.max(COMES_BACK.lateLeast, Math.exp(-hoursLate / COMES_BACK.lateHours)) : 1;
  const failed = failures.some((failure) => failure !== 'late' && failure !== 'lost');
  let chance = affinity * lateFactor;
  if (delay === 'not_delivered') chance *= COMES_BACK.notDelivered;
  else if (delay === 'canceled') chance *= COMES_BACK.canceled;
  else if (failed) chance *= order.compensations.length > 0 ? COMES_BACK.recovered : COMES_BACK.failed;
  const [swift, faithful] = [nextDay ? COMES_BACK.nextDay : 1, loyal ? COMES_BACK.loyal : 1];
  return {
    roll: dice.unit(),
    chance: chance * swift * faithful,
    withoutNextDay: chance * faithful,
    withoutLoyalty: chance * swift,
    lateFactor,
    loyal,
  };
}

interface Self {
  home: Buyer;
  member: Membership | null;
  offered: Message['arm'];
  mayOrder: number;
}

function ordersOf(shop: Shop, dice: Dice, { home, member, offered, mayOrder }: Self, firstDay: number): Order[] {
  const orders: Order[] = [];
  const affinity = affinities.spin(dice);
  let day: number | null = firstDay;
  while (day !== null && orders.length < mayOrder) {
    const buyer = buyerOf(dice, home.customer, home.place, home.city);
    const order = purchase(shop, dice, buyer, orderMoment(dice, day));
    orders.push(order);
    if (orders.length < mayOrder && dice.chance(SPLIT_SHARE)) orders.push(splitOff(shop, dice, order, buyer));
    member?.credit(order);
    order.decision = decide(dice, affinity, order, member);
    if (home.customer === null || order.decision.roll >= order.decision.chance) break;
    const known = order.memory.knownOn + 1;
    const drawn: number | null = shop.season.drawnTo(Math.max(known, day + 3 + waits.spin(dice)), known, dice.unit());
    const forward: boolean =
      offered === 'treated' &&
      day < offerDay &&
      (drawn === null || drawn > offerDay + OFFER.days) &&
      dice.chance(OFFER.drawnForward);
    day = forward && known <= offerDay ? offerDay + dice.between(0, OFFER.days - 1) : drawn;
  }
  return orders;
}

function visitsOf(shop: Shop, dice: Dice, orders: Order[], customer: Customer | null, firstDay: number): Visit[] {
  const visits: Visit[] = [];
  const cookie = shop.number('K', 10);
  orders.forEach((order, i) => {
    order.origin = i === 0 && customer ? customer.origin : originWheel.spin(dice);
    visits.push(buyingVisit(shop, dice, order, cookie));
    const later = order.orderedAt + dice.between(-20 * DAY, 60 * DAY);
    if (dice.chance(LOOKS.customer) && shop.isSeen(later) && customer && later > customer.registeredAt)
      visits.push(lookingVisit(shop, dice, later, cookie, dice.chance(SIGNED_IN) ? customer.id : null));
  });
  // Others who came that day, looked, and are never heard of again.
  for (let n = dice.between(0, LOOKS.mostStrangers); n > 0; n--)
    visits.push(lookingVisit(shop, dice, orderMoment(dice, firstDay), shop.number('K', 10), null));
  return visits;
}

function account(shop: Shop, dice: Dice, place: Place, city: string, registeredAt: number, origin: string): Customer {
  const no = ++shop.customers;
  const birthMonth = dice.chance(0.8) ? dice.between(1, 12) : null;
  return { id: `C${String(no).padStart(8, '0')}`, place, city, registeredAt, origin, birthMonth, ...person(dice, no) };
}

/** One in so many people has two accounts: every other order after the first is the second account's. */
function secondAccount(shop: Shop, dice: Dice, first: Customer, orders: Order[]): Customer | null {
  const from = orders[1];
  if (!from || Number(first.id.slice(1)) % DIRTY.mergedEach !== 0) return null;
  const second = account(shop, dice, first.place, first.city, from.orderedAt - 3600, first.origin);
  orders.forEach((order, i) => {
    if (i % 2 === 0) return;
    order.customer = second.id;
    for (const one of order.cases) if (one.contact.customer) one.contact.customer = second.id;
  });
  return second;
}

function offer(shop: Shop, dice: Dice, offered: Message['arm'], orders: readonly Order[]): Message[] {
  const at = offerDay * DAY + 10 * 3600;
  if (offered === null || !orders.some((order) => order.orderedAt < at)) return [];
  return [message(shop, dice, 'campaign', at, { offer: OFFER.code, arm: offered, channel: 'sms' })];
}

const nobody = (orders: Order[], visits: Visit[]): Life => ({
  customer: null,
  second: null,
  bought: null,
  orders,
  visits,
  ledger: [],
  consents: [],
  messages: [],
  referral: null,
  referredAgain: [],
});

export function live(shop: Shop, { dice, ...begin }: Beginning, mostOrders: number): Life {
  const firstDay = begin.firstDay ?? shop.season.newcomers.spin(dice);
  const place = begin.place ?? placeWheel.spin(dice);
  const city = dice.pick(place.cities);
  if (begin.mayBeGuest && dice.chance(GUEST_SHARE)) {
    const home = { customer: null, place, city };
    const orders = ordersOf(
      shop,
      dice,
      { home, member: null, offered: null, mayOrder: Math.min(1, mostOrders) },
      firstDay,
    );
    return nobody(orders, visitsOf(shop, dice, orders, null, firstDay));
  }
  const registeredAt =
    firstDay * DAY -
    (begin.origin === 'referral' ? 0 : Math.floor(dice.unit() ** 3 * 400 * DAY)) -
    dice.between(60, 40_000);
  const customer = account(shop, dice, place, city, registeredAt, begin.origin ?? originWheel.spin(dice));
  const consents = consentsOf(shop, dice, registeredAt);
  const member = Membership.drawn(dice, registeredAt);
  const lot = dice.chance(OFFER.treated) ? 'treated' : 'hold_out';
  const offered = consents[0]?.granted && shop.season.first <= offerDay ? lot : null;
  const mayOrder = begin.neverOrders ? 0 : mostOrders;
  const orders = ordersOf(
    shop,
    dice,
    { home: { customer: customer.id, place, city }, member, offered, mayOrder },
    firstDay,
  );
  const visits = visitsOf(shop, dice, orders, customer, firstDay);
  const second = secondAccount(shop, dice, customer, orders);
  const cases: Case[] = orders.flatMap((order) => order.cases);
  const ledger = member?.ledger(shop, dice, orders, customer.birthMonth ?? 1) ?? [];
  const care = ledger.filter(({ kind }) => kind === 'care').map(({ at }) => message(shop, dice, 'care', at));
  const messages = [...offer(shop, dice, offered, orders), ...care];
  const referral = referralOf(shop, dice, cases, orders.at(-1) ?? null);
  return {
    customer,
    second,
    bought: null,
    orders,
    visits,
    ledger,
    consents,
    messages,
    referral,
    referredAgain: furtherReferrals(shop, dice, referral),
  };
}
