import { DAY } from '../world/calendar.ts';
import type { Dice } from '../world/dice.ts';
import type { Place } from '../world/places.ts';
import type { Shop } from '../world/shop.ts';
import { CANCELED } from '../truths.ts';
import { aftermath } from './aftermath.ts';
import { basket } from './basket.ts';
import type { CancelCause, Item, Memory, Order } from './order.ts';
import { travel, type Parcel } from './parcel.ts';
import { atTheDoor, methodOf, pay, type Paying } from './paying.ts';
import { promiseFor } from './promise.ts';
import { refusedScans } from './scans.ts';

export interface Buyer {
  customer: string | null;
  place: Place;
  city: string;
}

const STUCK = 0.002; // approved, and nothing ever happens
const WITHOUT = { deliveryDate: 0.0012, promise: 0.001, itemsOfSoldOut: 0.3, payment: 0.0005 } as const;
const CLOCKS_DISAGREE = 0.001; // handed over after it was delivered

export function draft(shop: Shop, buyer: Buyer, orderedAt: number, items: Item[]): Order {
  const day = Math.floor(orderedAt / DAY);
  return {
    id: shop.orderId(day),
    customer: buyer.customer,
    status: 'created',
    orderedAt,
    approvedAt: null,
    promisedDay: null,
    canceledAt: null,
    cancelCause: null,
    service: 'standard',
    origin: 'direct',
    place: buyer.place,
    city: buyer.city,
    updatedAt: orderedAt,
    items,
    payments: [],
    shipment: null,
    reviews: [],
    stars: null,
    cases: [],
    returns: [],
    compensations: [],
    messages: [],
    surveys: [],
    memory: { delay: 'canceled', hoursLate: 0, knownOn: day + 1, failures: [], nextDay: false },
    decision: null,
  };
}

// Shows what had happened by the moment of the picture, and no more.
function reveal(shop: Shop, dice: Dice, order: Order, parcel: Parcel, paying: Paying): void {
  const { shipment, handedOverAt, deliveredAt } = parcel;
  if (paying.method === 'cash_on_delivery' && shop.isSeen(deliveredAt))
    order.payments = [atTheDoor(order.items, deliveredAt)];
  if (dice.chance(WITHOUT.payment)) order.payments = [];
  if (!shop.isSeen(handedOverAt)) {
    order.status = shop.pictureTakenAt - (order.approvedAt ?? 0) > DAY / 3 ? 'processing' : 'approved';
    return;
  }
  order.status = 'shipped';
  order.updatedAt = handedOverAt;
  order.shipment = { ...shipment, waybill: shop.number(shipment.carrier.waybill, 10), handedOverAt };
  if (deliveredAt === null) {
    if (shop.isSeen(shipment.promise.at + 8 * DAY)) order.shipment.outcome = 'lost';
    return;
  }
  if (!shop.isSeen(deliveredAt)) return;
  order.status = 'delivered';
  order.updatedAt = deliveredAt;
  if (dice.chance(WITHOUT.deliveryDate))
    order.shipment.scans = shipment.scans.filter((scan) => scan.kind !== 'delivered');
  else order.shipment.deliveredAt = deliveredAt;
  if (dice.chance(CLOCKS_DISAGREE) && shop.isSeen(deliveredAt + 3600)) order.shipment.handedOverAt = deliveredAt + 3600;
}

function close(shop: Shop, order: Order, at: number, cause: CancelCause): void {
  if (!shop.isSeen(at)) return;
  order.status = 'canceled';
  order.canceledAt = at;
  order.cancelCause = cause;
  order.updatedAt = at;
}

function refuse(shop: Shop, dice: Dice, order: Order, parcel: Parcel): void {
  const { shipment, handedOverAt } = parcel;
  const refusedAt = handedOverAt + 2 * DAY;
  close(shop, order, refusedAt, 'refused');
  if (!shop.isSeen(refusedAt)) return;
  const waybill = shop.number(shipment.carrier.waybill, 10);
  const scans = refusedScans(dice, shipment, refusedAt);
  order.shipment = { ...shipment, waybill, handedOverAt, scans, outcome: 'refused' };
}

function withdraw(shop: Shop, dice: Dice, order: Order, cause: CancelCause): void {
  close(shop, order, order.orderedAt + dice.between(1800, DAY), cause);
  if (order.status !== 'canceled') return;
  const paid =
    order.approvedAt !== null && order.approvedAt < order.updatedAt && (cause === 'fraud' || dice.chance(0.4));
  if (paid) return;
  order.approvedAt = null;
  order.payments = [];
}

function soldOut(dice: Dice, order: Order): void {
  order.status = 'unavailable';
  order.cancelCause = 'out_of_stock';
  order.updatedAt = order.approvedAt ?? order.orderedAt;
  order.canceledAt = order.updatedAt;
  if (dice.chance(WITHOUT.itemsOfSoldOut)) order.items = [];
}

function neverPaid(shop: Shop, order: Order): Order {
  const last = order.payments.at(-1)?.attemptedAt ?? order.orderedAt;
  close(shop, order, Math.max(last, order.orderedAt) + DAY, 'unpaid');
  return order;
}

function memoryOf(parcel: Parcel): Memory {
  const { promise } = parcel.shipment;
  const knownAt = parcel.deliveredAt ?? (promise.day + 10) * DAY;
  return {
    delay: parcel.delay,
    hoursLate: parcel.hoursLate,
    knownOn: Math.floor(knownAt / DAY),
    failures: [],
    nextDay: promise.rolledOut,
  };
}

/** An order from the basket to the last word about it. */
export function purchase(shop: Shop, dice: Dice, buyer: Buyer, orderedAt: number): Order {
  const order = draft(shop, buyer, orderedAt, basket(shop, dice, orderedAt, buyer.place));
  const method = methodOf(dice, buyer.place);
  const paying = pay(dice, method, order.items, orderedAt);
  order.payments = paying.payments;
  const approvedAt = method === 'cash_on_delivery' ? orderedAt + 60 : paying.paidAt;
  const promise = promiseFor(dice, approvedAt ?? orderedAt, buyer.place, order.items); // the promise counts from the payment
  order.service = promise.service;
  if (!dice.chance(WITHOUT.promise)) order.promisedDay = promise.day;
  if (approvedAt === null) return neverPaid(shop, order);
  const parcel = travel(shop, dice, { approvedAt, promise, place: buyer.place, city: buyer.city, items: order.items });
  const fate = dice.unit();
  order.memory = memoryOf(parcel);
  if (!shop.isSeen(approvedAt)) return order;
  order.approvedAt = approvedAt;
  order.updatedAt = approvedAt;
  const { soldOut: none, fraud } = CANCELED;
  const canceled = method === 'cash_on_delivery' ? CANCELED.cashOnDelivery : CANCELED.usual;
  const came: Memory = order.memory;
  order.memory = {
    delay: 'canceled',
    hoursLate: 0,
    knownOn: Math.floor(approvedAt / DAY) + 1,
    failures: [],
    nextDay: false,
  };
  if (fate < none) soldOut(dice, order);
  else if (fate < none + canceled && method === 'cash_on_delivery') refuse(shop, dice, order, parcel);
  else if (fate < none + canceled) withdraw(shop, dice, order, 'customer');
  else if (fate < none + canceled + fraud) withdraw(shop, dice, order, 'fraud');
  else if (fate < none + canceled + fraud + STUCK) order.status = 'processing';
  else {
    order.memory = came;
    reveal(shop, dice, order, parcel, paying);
    aftermath(shop, dice, order, parcel);
    return order;
  }
  aftermath(shop, dice, order, null);
  return order;
}
