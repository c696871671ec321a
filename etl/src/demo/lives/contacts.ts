import { DAY } from '../world/calendar.ts';
import type { Dice } from '../world/dice.ts';
import type { Product } from '../world/goods.ts';
import type { Shop } from '../world/shop.ts';
import { BAD_BATCH } from '../truths.ts';
import { serve, type Case, type CaseType, type Contact, type Topic } from './case.ts';
import type { Failure, Order } from './order.ts';
import type { Parcel } from './parcel.ts';

/** What the buyer has to turn to the shop about. */
export interface Trouble {
  parcel: Parcel | null;
  failures: ReadonlySet<Failure>;
  failedItem: Product | null;
  noticedFirst: boolean; // a delay was announced before the promise was broken
}

// Shares of orders, or of orders with the failure, that turn to the shop.
const ASKS = {
  advice: 0.12, paymentFailed: 0.25, invoice: 0.03, account: 0.004, onTime: 0.06, late: 0.42, noticed: 0.5, complainsLate: 0.3,
  lost: 0.92, damaged: 0.85, wrongItem: 0.88, notAsDescribed: 0.8, badMerchant: 0.15, quality: 0.75, needsHelp: 0.05, attitude: 0.003,
} as const; // prettier-ignore
const AGAIN = { abandoned: 0.6, letDown: 0.12 } as const;

class Asking {
  readonly cases: Case[] = [];

  constructor(
    private readonly shop: Shop,
    private readonly dice: Dice,
    private readonly order: Order,
  ) {}

  about(topic: Topic, type: CaseType, openedAt: number, more: Partial<Contact> = {}): void {
    const contact: Contact = {
      topic,
      type,
      phase: 'in_sale',
      openedAt,
      order: this.order.id,
      customer: this.order.customer,
      product: null,
      ...more,
    };
    const one = serve(this.shop, this.dice, contact);
    this.cases.push(one);
    const { dice } = this;
    if (one.callAnswered === false && dice.chance(AGAIN.abandoned))
      this.cases.push(serve(this.shop, dice, { ...contact, openedAt: openedAt + dice.between(300, 7200) }));
    else if (!one.satisfied && one.resolvedAt !== null && type === 'complaint' && dice.chance(AGAIN.letDown))
      this.cases.push(serve(this.shop, dice, { ...contact, openedAt: one.resolvedAt + dice.between(1, 5) * DAY }));
  }
}

function beforeDelivery(dice: Dice, asking: Asking, order: Order, { parcel, noticedFirst }: Trouble): void {
  const { orderedAt, items } = order;
  const product = items[0]?.product ?? null;
  if (order.customer !== null && dice.chance(ASKS.advice))
    asking.about('advice', 'enquiry', orderedAt - dice.between(300, 2 * DAY), {
      phase: 'pre_sale',
      order: null,
      product,
    });
  const failed = order.payments.find((payment) => payment.failure !== null);
  if (failed && dice.chance(ASKS.paymentFailed))
    asking.about('payment', 'request', failed.attemptedAt + dice.between(60, 900));
  if (dice.chance(ASKS.invoice)) asking.about('invoice', 'request', orderedAt + dice.between(3600, 6 * DAY));
  if (dice.chance(ASKS.account)) asking.about('account', 'request', orderedAt + dice.between(600, DAY));
  if (!parcel || order.status === 'canceled') return;
  const { handedOverAt, deliveredAt, hoursLate, shipment } = parcel;
  if (deliveredAt === null) return;
  if (hoursLate <= 0) {
    if (deliveredAt - handedOverAt > DAY && dice.chance(ASKS.onTime))
      asking.about('where_is_my_order', 'enquiry', dice.between(handedOverAt + 12 * 3600, deliveredAt - 600));
    return;
  }
  const silence = Math.floor(hoursLate * 3600);
  if (dice.chance(noticedFirst ? ASKS.late * ASKS.noticed : ASKS.late))
    asking.about('where_is_my_order', 'enquiry', shipment.promise.at + Math.floor(dice.unit() * silence));
  if (dice.chance(ASKS.complainsLate))
    asking.about('delivery_late', 'complaint', shipment.promise.at + Math.floor((0.2 + dice.unit()) * silence));
}

const either = (dice: Dice, complaint: number): CaseType => (dice.chance(complaint) ? 'complaint' : 'request');

function notAsDescribed(dice: Dice, asking: Asking, order: Order, at: number, product: Product | null): void {
  const batch = order.items.some((item) => item.batch === BAD_BATCH.batch && item.product === product);
  const share = batch ? 1 : product?.merchant.id === 'M0007' ? ASKS.badMerchant : ASKS.notAsDescribed;
  if (!dice.chance(share)) return;
  const openedAt = at + dice.between(3600, 6 * DAY);
  const words = batch ? { words: 'batch' as const } : {};
  asking.about('not_as_described', batch ? 'complaint' : either(dice, 0.7), openedAt, {
    phase: 'after_sale',
    product,
    ...words,
  });
}

function afterDelivery(dice: Dice, asking: Asking, order: Order, trouble: Trouble, at: number): void {
  const { failures, failedItem: product } = trouble;
  const after = { phase: 'after_sale', product } as const;
  if (failures.has('damaged') && dice.chance(ASKS.damaged))
    asking.about('damaged', either(dice, 0.7), at + dice.between(600, 30 * 3600), after);
  if (failures.has('wrong_item') && dice.chance(ASKS.wrongItem))
    asking.about('wrong_item', either(dice, 0.5), at + dice.between(1200, 40 * 3600), after);
  if (failures.has('not_as_described')) notAsDescribed(dice, asking, order, at, product);
  if (failures.has('quality') && dice.chance(ASKS.quality))
    asking.about('quality', either(dice, 0.45), at + dice.between(DAY, 20 * DAY), after);
  else if (dice.chance(ASKS.needsHelp))
    asking.about('quality', 'request', at + dice.between(7200, 15 * DAY), {
      ...after,
      product: order.items[0]?.product ?? null,
    });
  if (dice.chance(ASKS.attitude))
    asking.about('attitude', 'complaint', at + dice.between(600, DAY), { phase: 'after_sale' });
}

/** Every contact about an order, in no order of time. */
export function contactsOf(shop: Shop, dice: Dice, order: Order, trouble: Trouble): Case[] {
  const asking = new Asking(shop, dice, order);
  beforeDelivery(dice, asking, order, trouble);
  const { parcel } = trouble;
  if (!parcel || order.status === 'canceled') return asking.cases;
  if (parcel.deliveredAt === null) {
    if (dice.chance(ASKS.lost))
      asking.about('lost', 'complaint', parcel.shipment.promise.at + dice.between(3 * DAY, 9 * DAY), {
        phase: 'after_sale',
      });
  } else afterDelivery(dice, asking, order, trouble, parcel.deliveredAt);
  return asking.cases;
}

/** "Where is my money?" */
export function askAboutRefund(shop: Shop, dice: Dice, order: Order, at: number): Case {
  return serve(shop, dice, {
    topic: 'refund',
    type: 'request',
    phase: 'after_sale',
    openedAt: at,
    order: order.id,
    customer: order.customer,
    product: null,
  });
}
