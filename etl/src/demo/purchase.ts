import { basket, methodOf, pay } from './basket.ts';
import { DAY } from './calendar.ts';
import type { Dice } from './dice.ts';
import { opinions } from './opinion.ts';
import type { Item, Order, Placed } from './order.ts';
import { travel, type Parcel } from './parcel.ts';
import type { Place } from './places.ts';
import type { Shop } from './shop.ts';
import { CANCELED } from './truths.ts';

export interface Buyer {
  customer: string | null;
  place: Place;
  city: string;
}

const STUCK = 0.002; // approved, and nothing ever happens
const WITHOUT = { deliveryDate: 0.0012, promise: 0.001, itemsOfSoldOut: 0.3, payment: 0.0005 } as const;
const CLOCKS_DISAGREE = 0.001; // handed over after it was delivered

function draft(shop: Shop, buyer: Buyer, orderedAt: number, items: Item[]): Order {
  return {
    id: shop.orderId(Math.floor(orderedAt / DAY)),
    customer: buyer.customer,
    status: 'created',
    orderedAt,
    approvedAt: null,
    promisedDay: null,
    place: buyer.place,
    city: buyer.city,
    updatedAt: orderedAt,
    items,
    payments: [],
    shipment: null,
    reviews: [],
  };
}

// Shows what had happened by the moment of the picture, and no more.
function reveal(shop: Shop, dice: Dice, order: Order, parcel: Parcel, method: string): void {
  const seen = (moment: number | null): moment is number => moment !== null && moment < shop.pictureTakenAt;
  const paid = method === 'cash_on_delivery' ? parcel.deliveredAt : order.approvedAt;
  if (seen(paid) && !dice.chance(WITHOUT.payment)) order.payments = pay(dice, method, order.items, paid);
  if (!seen(parcel.handedOverAt)) {
    order.status = shop.pictureTakenAt - (order.approvedAt ?? 0) > DAY / 3 ? 'processing' : 'approved';
    return;
  }
  order.status = 'shipped';
  order.updatedAt = parcel.handedOverAt;
  const { carrier, promiseDays, handedOverAt } = parcel;
  order.shipment = { waybill: shop.waybill(carrier.waybill), carrier, promiseDays, handedOverAt, deliveredAt: null };
  if (!seen(parcel.deliveredAt)) return;
  order.status = 'delivered';
  order.updatedAt = parcel.deliveredAt;
  if (!dice.chance(WITHOUT.deliveryDate)) order.shipment.deliveredAt = parcel.deliveredAt;
  if (dice.chance(CLOCKS_DISAGREE) && seen(parcel.deliveredAt + 3600))
    order.shipment.handedOverAt = parcel.deliveredAt + 3600;
}

function cancel(shop: Shop, dice: Dice, order: Order, method: string, parcel: Parcel): void {
  const refused = method === 'cash_on_delivery';
  const closedAt = refused ? parcel.handedOverAt + 2 * DAY : order.orderedAt + dice.between(1800, DAY);
  const paidFirst = !refused && dice.chance(0.4);
  if (closedAt >= shop.pictureTakenAt) return;
  order.status = 'canceled';
  order.updatedAt = closedAt;
  if (refused) {
    const { carrier, promiseDays, handedOverAt } = parcel;
    order.shipment = { waybill: shop.waybill(carrier.waybill), carrier, promiseDays, handedOverAt, deliveredAt: null };
  } else if (paidFirst && order.approvedAt !== null) order.payments = pay(dice, method, order.items, order.approvedAt);
  else order.approvedAt = null;
}

function soldOut(dice: Dice, order: Order, method: string): void {
  order.status = 'unavailable';
  order.updatedAt = order.approvedAt ?? order.orderedAt;
  if (method !== 'cash_on_delivery' && order.approvedAt !== null)
    order.payments = pay(dice, method, order.items, order.approvedAt);
  if (dice.chance(WITHOUT.itemsOfSoldOut)) order.items = [];
}

export function purchase(shop: Shop, dice: Dice, buyer: Buyer, orderedAt: number): Placed {
  const day = Math.floor(orderedAt / DAY);
  const order = draft(shop, buyer, orderedAt, basket(shop, dice, day, orderedAt, buyer.place));
  const method = methodOf(dice, buyer.place);
  const approvedAt = orderedAt + (method === 'cash_on_delivery' ? 60 : Math.floor(dice.unit() ** 3 * 5400) + 15);
  const parcel = travel(dice, approvedAt, buyer.place);
  const promisedDay = Math.floor(approvedAt / DAY) + parcel.promiseDays; // the promise counts from the payment
  if (!dice.chance(WITHOUT.promise)) order.promisedDay = promisedDay;
  const fate = dice.unit();
  const canceled = method === 'cash_on_delivery' ? CANCELED.cashOnDelivery : CANCELED.usual;
  if (approvedAt >= shop.pictureTakenAt) return { order, memory: { delay: parcel.delay, knownOn: promisedDay } };
  order.approvedAt = approvedAt;
  order.updatedAt = approvedAt;
  if (fate < CANCELED.soldOut) soldOut(dice, order, method);
  else if (fate < CANCELED.soldOut + canceled) cancel(shop, dice, order, method, parcel);
  else if (fate < CANCELED.soldOut + canceled + STUCK) order.status = 'processing';
  else return deliver(shop, dice, order, parcel, method, promisedDay);
  return { order, memory: { delay: 'canceled', knownOn: day + 1 } };
}

function deliver(shop: Shop, dice: Dice, order: Order, parcel: Parcel, method: string, promisedDay: number): Placed {
  reveal(shop, dice, order, parcel, method);
  const knownAt = parcel.deliveredAt ?? (promisedDay + 10) * DAY;
  order.reviews = opinions(shop, dice, parcel.delay, order.items, knownAt);
  return { order, memory: { delay: parcel.delay, knownOn: Math.floor(knownAt / DAY) } };
}
