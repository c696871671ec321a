import { DAY, dayOf } from '../world/calendar.ts';
import { Dice } from '../world/dice.ts';
import { person } from '../world/people.ts';
import { placeWheel } from '../world/places.ts';
import type { Shop } from '../world/shop.ts';
import { praise } from '../world/words.ts';
import { FAKE_BURSTS, FAKES } from '../truths.ts';
import { line } from './basket.ts';
import { consentsOf } from './membership.ts';
import type { Life } from './life.ts';
import { blankReview } from './opinion.ts';
import { pay } from './paying.ts';
import { draft } from './purchase.ts';
import { promiseFor } from './promise.ts';
import { scansOf } from './scans.ts';
import { travel } from './parcel.ts';

/** How many accounts each burst has: a shop of a few hundred orders has none. */
export function fakesPerBurst(orders: number): number {
  return orders < 300 ? 0 : Math.min(FAKES.most, Math.max(FAKES.least, Math.round(orders / FAKES.ordersEach)));
}

/** A bought review (e): a new account, one order of the product, praise on one of the days of the burst. */
export function fake(shop: Shop, burst: (typeof FAKE_BURSTS)[number], no: number): Life | null {
  const dice = new Dice(shop.seed, 'fake', burst.product, no);
  const day = dayOf(burst.from) + dice.between(0, FAKES.days - 1);
  const product = shop.products.find(({ id }) => id === burst.product);
  if (!product || day < shop.season.first) return null;
  const place = placeWheel.spin(dice);
  const city = dice.pick(place.cities);
  const account = ++shop.customers;
  const id = `C${String(account).padStart(8, '0')}`;
  const orderedAt = (day - 3) * DAY + dice.between(9 * 3600, 22 * 3600);
  const registeredAt = orderedAt - dice.between(120, 3000);
  const order = draft(shop, { customer: id, place, city }, orderedAt, [line(dice, product, orderedAt, 1)]);
  const paying = pay(dice, 'wechat_pay', [], orderedAt);
  const approvedAt = orderedAt + 40;
  order.payments = paying.payments.slice(-1).map((one) => ({
    ...one,
    fen: order.items[0]?.priceFen ?? 0,
    paidAt: approvedAt,
    attemptedAt: approvedAt - 5,
    failure: null,
    kind: 'full' as const,
  }));
  const promise = { ...promiseFor(dice, approvedAt, place, order.items), rolledOut: false };
  const deliveredAt = Math.min(promise.at, day * DAY + dice.between(8 * 3600, 12 * 3600));
  const { shipment } = travel(shop, dice, { approvedAt, promise, place, city, items: order.items });
  const handedOverAt = approvedAt + 3 * 3600;
  const region = product.merchant.regionCode;
  const trip = {
    handedOverAt,
    arrivesAt: deliveredAt,
    lost: false,
    damaged: false,
    late: false,
    from: region,
    to: place.code,
  };
  order.shipment = {
    ...shipment,
    handedOverAt,
    deliveredAt,
    waybill: shop.number(shipment.carrier.waybill, 10),
    scans: scansOf(shop, dice, shipment, trip),
  };
  Object.assign(order, {
    status: 'delivered',
    approvedAt,
    updatedAt: deliveredAt,
    promisedDay: promise.day,
    service: promise.service,
  });
  const review = blankReview(shop, product, 5, day * DAY + dice.between(12 * 3600, 22 * 3600)); // praised in concert, whenever it came
  order.reviews = [{ ...review, message: praise(dice) }];
  order.memory = { delay: 'on_time', hoursLate: 0, knownOn: day, failures: [], nextDay: false };
  const origin = 'direct';
  return {
    customer: { id, place, city, registeredAt, origin, birthMonth: null, ...person(dice, account) },
    second: null,
    bought: product.id,
    orders: [order],
    visits: [],
    ledger: [],
    consents: consentsOf(shop, dice, registeredAt),
    messages: [],
    referral: null,
    referredAgain: [],
  };
}
