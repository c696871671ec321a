import { DAY, dayText } from '../world/calendar.ts';
import type { Shop } from '../world/shop.ts';
import type { Life } from '../lives/life.ts';
import { shownScore } from '../lives/opinion.ts';
import type { Order } from '../lives/order.ts';
import { delayOf } from '../lives/parcel.ts';
import type { Delay } from '../truths.ts';

export type Share = [numerator: number, denominator: number];
export type Counts = Record<string, number>;

const dayOfMoment = (moment: number) => Math.floor(moment / DAY);
export const isValid = (order: Order) => order.status !== 'canceled' && order.status !== 'unavailable';

function add(counts: Counts, key: string, n = 1): void {
  counts[key] = (counts[key] ?? 0) + n;
}

function addShare(share: Share, hit: boolean): void {
  share[1]++;
  if (hit) share[0]++;
}

function deliveredDay(order: Order): number | null {
  const at = order.status === 'delivered' ? (order.shipment?.deliveredAt ?? null) : null;
  return at === null ? null : dayOfMoment(at);
}

// How an order stands in the picture, which is what a reader of the files can know of it.
export function seenDelay(order: Order): Delay {
  if (!isValid(order)) return 'canceled';
  const delivered = deliveredDay(order);
  return delivered === null || order.promisedDay === null ? 'not_delivered' : delayOf(delivered - order.promisedDay);
}

// Counts kept while the shop lives: no SQL, no file and no code of the loader has a part in them.
export class Tally {
  readonly orders = {
    total: 0,
    guests: 0,
    byStatus: {} as Counts,
    byDay: {} as Counts,
    byMonth: {} as Counts,
    byRegion: {} as Counts,
    byMethod: {} as Counts,
  };
  readonly customers = {
    registered: 0,
    merged: 0,
    ordered: 0,
    withTwoOrders: 0,
    withValidOrder: 0,
    withTwoValidDays: 0,
  };
  readonly money = { itemsMinor: 0, freightMinor: 0, gmvMinor: 0, paidMinor: 0, ordersWithPayment: 0 };
  readonly delivery = {
    onTime: [0, 0] as Share,
    promiseKept: [0, 0] as Share,
    delivered: [0, 0] as Share,
    secondsSum: 0,
    secondsCount: 0,
    byCarrierQuarter: {} as Record<string, Share>,
    byRegion: {} as Record<string, Share>,
  };
  readonly reviews = {
    total: 0,
    scores: [0, 0, 0, 0, 0],
    reviewedOfDelivered: [0, 0] as Share,
    byDelay: {} as Record<string, number[]>, // as first given, by standard delivery, without contact or failure
  };
  readonly repurchase = { days30: [0, 0] as Share, days90: [0, 0] as Share, days365: [0, 0] as Share };
  // Customers by how their first order went, and those of them who ordered again on another day within 90 days.
  readonly backWithin90ByFirstDelay: Record<string, Share> = {};

  private readonly asOf: number;

  constructor(private readonly shop: Shop) {
    this.asOf = shop.season.last;
  }

  life(life: Life): void {
    for (const order of life.orders) this.order(order);
    if (!life.customer) return;
    this.customers.registered += life.second ? 2 : 1;
    if (life.second) this.customers.merged++;
    if (life.orders.length === 0) return;
    this.customers.ordered++;
    if (life.orders.length >= 2) this.customers.withTwoOrders++;
    this.returning(life.orders);
  }

  private order(order: Order): void {
    const { orders, money } = this;
    const day = dayText(dayOfMoment(order.orderedAt));
    orders.total++;
    if (order.customer === null) orders.guests++;
    add(orders.byStatus, order.status);
    add(orders.byDay, day);
    add(orders.byMonth, day.slice(0, 7));
    add(orders.byRegion, order.place.code);
    const paid = order.payments.filter((payment) => this.shop.isSeen(payment.paidAt));
    for (const method of new Set(paid.map((payment) => payment.method))) add(orders.byMethod, method);
    for (const item of order.items) {
      money.itemsMinor += item.priceFen;
      money.freightMinor += item.freightFen;
      money.gmvMinor += item.priceFen + item.freightFen;
    }
    for (const payment of paid) money.paidMinor += payment.fen;
    if (paid.length > 0) money.ordersWithPayment++;
    this.parcel(order, day);
    this.voices(order);
  }

  private parcel(order: Order, day: string): void {
    const { delivery } = this;
    const delivered = deliveredDay(order);
    const promised = order.promisedDay;
    addShare(delivery.delivered, order.status === 'delivered');
    if (isValid(order) && promised !== null && promised <= this.asOf)
      addShare(delivery.promiseKept, delivered !== null && delivered <= promised);
    const at = order.shipment?.deliveredAt ?? null;
    if (delivered === null || at === null) return;
    delivery.secondsSum += at - order.orderedAt;
    delivery.secondsCount++;
    if (promised === null) return;
    const onTime = delivered <= promised;
    addShare(delivery.onTime, onTime);
    const quarter = `${order.shipment?.carrier.code} ${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    addShare((delivery.byCarrierQuarter[quarter] ??= [0, 0]), onTime);
    addShare((delivery.byRegion[order.place.code] ??= [0, 0]), onTime);
  }

  private voices(order: Order): void {
    const { reviews } = this;
    if (order.status === 'delivered') addShare(reviews.reviewedOfDelivered, order.reviews.length > 0);
    const plain =
      order.cases.length === 0 && order.memory.failures.every((failure) => failure === 'late' || failure === 'lost');
    for (const review of order.reviews) {
      const score = shownScore(this.shop, review);
      reviews.total++;
      reviews.scores[score - 1] = (reviews.scores[score - 1] ?? 0) + 1;
      if (!plain || review.source === 'default' || order.memory.nextDay) continue;
      const ofDelay = (reviews.byDelay[seenDelay(order)] ??= [0, 0, 0, 0, 0]);
      ofDelay[review.score - 1] = (ofDelay[review.score - 1] ?? 0) + 1;
    }
  }

  private returning(orders: readonly Order[]): void {
    const valid = orders.filter(isValid);
    const first = valid[0];
    if (!first) return;
    const firstDay = dayOfMoment(first.orderedAt);
    const next = valid.map((order) => dayOfMoment(order.orderedAt)).find((day) => day > firstDay);
    this.customers.withValidOrder++;
    if (next !== undefined) this.customers.withTwoValidDays++;
    const within = (days: number) => next !== undefined && next - firstDay <= days;
    const eligible = (days: number) => firstDay + days <= this.asOf;
    if (eligible(30)) addShare(this.repurchase.days30, within(30));
    if (eligible(90)) addShare(this.repurchase.days90, within(90));
    if (eligible(365)) addShare(this.repurchase.days365, within(365));
    if (eligible(90)) addShare((this.backWithin90ByFirstDelay[seenDelay(first)] ??= [0, 0]), within(90));
  }
}
