import { DAY, dayOf } from '../world/calendar.ts';
import type { Dice } from '../world/dice.ts';
import type { Product } from '../world/goods.ts';
import type { Shop } from '../world/shop.ts';
import { BAD_BATCH, BAD_MERCHANT, FAILS } from '../truths.ts';
import { compensationsOf } from './compensation.ts';
import { askAboutRefund, contactsOf } from './contacts.ts';
import { delayNotice, messagesOf } from './messages.ts';
import { opinions } from './opinion.ts';
import type { Failure, Order } from './order.ts';
import type { Parcel } from './parcel.ts';
import { returnOf } from './returns.ts';
import { surveysOf } from './surveys.ts';

const badFrom = dayOf(BAD_MERCHANT.from);
const ASKS_ABOUT_REFUND = 0.22;

/** What goes wrong with an order, and the line it shows on; a batch and a merchant go wrong by plan. */
function failuresOf(dice: Dice, order: Order, parcel: Parcel): { failures: Failure[]; item: Product | null } {
  const failures: Failure[] = [];
  let item: Product | null = null;
  const fail = (failure: Failure, product: Product | null) => {
    failures.push(failure);
    item ??= product;
  };
  const first = order.items[0]?.product ?? null;
  const batch = order.items.find((one) => one.batch === BAD_BATCH.batch);
  const day = Math.floor((parcel.deliveredAt ?? 0) / DAY);
  const merchant = order.items.find(({ product }) => product.merchant.id === BAD_MERCHANT.merchant);
  const [batchRoll, merchantRoll, anyRoll, qualityRoll] = [dice.unit(), dice.unit(), dice.unit(), dice.unit()];
  if (parcel.hoursLate > 0) fail('late', null);
  if (parcel.deliveredAt === null) {
    fail('lost', first);
    return { failures, item };
  }
  if (parcel.damaged) fail('damaged', first);
  const wrong = order.items.find((one) => one.picked === 'wrong');
  if (wrong) fail('wrong_item', wrong.product);
  if (batch && batchRoll < BAD_BATCH.complains) fail('not_as_described', batch.product);
  else if (merchant && day >= badFrom && merchantRoll < BAD_MERCHANT.disappointed)
    fail('not_as_described', merchant.product);
  else if (anyRoll < FAILS.notAsDescribed) fail('not_as_described', first);
  if (qualityRoll < FAILS.quality) fail('quality', first);
  return { failures, item };
}

/** Everything that follows from how an order went: contacts, returns, what was given for it, messages, surveys, reviews. */
export function aftermath(shop: Shop, dice: Dice, order: Order, parcel: Parcel | null): void {
  if (!parcel) {
    order.cases = contactsOf(shop, dice, order, { parcel, failures: new Set(), failedItem: null, noticedFirst: false });
    return;
  }
  const { failures, item } = failuresOf(dice, order, parcel);
  order.memory.failures = failures;
  const set = new Set(failures);
  const notice = delayNotice(shop, dice, order, parcel);
  const noticedFirst = notice !== null && notice.sentAt < parcel.shipment.promise.at;
  const knownAt = parcel.deliveredAt ?? (parcel.shipment.promise.day + 10) * DAY;
  order.cases = contactsOf(shop, dice, order, { parcel, failures: set, failedItem: item, noticedFirst });
  const back = returnOf(shop, dice, order, set, item, knownAt);
  if (back) {
    order.returns.push(back);
    if (back.rejectedAt === null && dice.chance(ASKS_ABOUT_REFUND))
      order.cases.push(askAboutRefund(shop, dice, order, back.requestedAt + dice.between(20, 150) * 3600));
  }
  order.compensations = compensationsOf(shop, dice, order, parcel.hoursLate, parcel.deliveredAt);
  order.messages = messagesOf(shop, dice, order, parcel, notice);
  const failed = failures.some((failure) => failure !== 'late');
  const happy = !failed && parcel.hoursLate <= 0 && !order.cases.some((one) => !one.satisfied);
  order.surveys = surveysOf(shop, dice, order, knownAt, happy || dice.chance(0.25));
  const { reviews, stars } = opinions(
    shop,
    dice,
    order,
    {
      delay: parcel.delay,
      failed: failed && parcel.delay === 'on_time',
      failedItem: item,
      notAsDescribed: set.has('not_as_described'),
      nextDay: parcel.shipment.promise.rolledOut,
    },
    knownAt,
  );
  order.reviews = reviews;
  order.stars = stars;
}
