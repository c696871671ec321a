import { DAY } from '../world/calendar.ts';
import type { Dice } from '../world/dice.ts';
import type { Shop } from '../world/shop.ts';
import type { Parcel } from './parcel.ts';
import type { Order } from './order.ts';

export type MessageKind =
  | 'delay_notice'
  | 'shipping_notice'
  | 'review_invitation'
  | 'call_back'
  | 'campaign'
  | 'care'
  | 'recovery';

export interface Message {
  no: string;
  kind: MessageKind;
  channel: 'sms' | 'app' | 'email' | 'call';
  order: string | null;
  caseNo: string | null;
  sentAt: number;
  deliveredAt: number | null;
  openedAt: number | null;
  promisedAt: number | null;
  keptAt: number | null;
  offer: string | null;
  arm: 'treated' | 'hold_out' | null;
}

const SHARES = { shipping: 0.75, delay: 0.55, beforeBroken: 0.5, invitation: 0.7, recovery: 0.35 } as const;
const OPENED = { sms: 0.3, app: 0.42, email: 0.2, call: 0.9 } as const;
const CHANNELS = ['sms', 'app', 'app', 'email'] as const;

export function message(
  shop: Shop,
  dice: Dice,
  kind: MessageKind,
  sentAt: number,
  more: Partial<Message> = {},
): Message {
  const channel = more.channel ?? dice.pick(CHANNELS);
  const arrives = more.arm !== 'hold_out' && dice.chance(0.985);
  const deliveredAt = arrives ? sentAt + dice.between(1, 30) : null;
  return {
    no: shop.number('MS'),
    kind,
    channel,
    order: null,
    caseNo: null,
    sentAt,
    deliveredAt,
    openedAt: deliveredAt !== null && dice.chance(OPENED[channel]) ? deliveredAt + dice.skewed(5400, 1) : null,
    promisedAt: null,
    keptAt: null,
    offer: null,
    arm: null,
    ...more,
  };
}

/** Half of the announced delays are announced before the promise is broken: who knows asks less. */
export function delayNotice(shop: Shop, dice: Dice, order: Order, parcel: Parcel): Message | null {
  const { hoursLate, shipment, deliveredAt, handedOverAt } = parcel;
  if (hoursLate <= 0 || !dice.chance(SHARES.delay)) return null;
  const { at } = shipment.promise;
  const early = dice.chance(SHARES.beforeBroken);
  const sentAt = early
    ? Math.max(handedOverAt + 600, at - dice.between(2, 12) * 3600)
    : at + dice.between(4, 40) * 3600;
  const promisedAt = at + (Math.ceil(hoursLate / 24) + (dice.chance(0.75) ? 0 : -1)) * DAY;
  const keptAt = deliveredAt !== null && deliveredAt <= promisedAt ? deliveredAt : null;
  return message(shop, dice, 'delay_notice', sentAt, { order: order.id, promisedAt, keptAt });
}

export function messagesOf(shop: Shop, dice: Dice, order: Order, parcel: Parcel, notice: Message | null): Message[] {
  const sent: Message[] = notice ? [notice] : [];
  const about = { order: order.id };
  if (dice.chance(SHARES.shipping)) sent.push(message(shop, dice, 'shipping_notice', parcel.handedOverAt + 300, about));
  if (parcel.deliveredAt !== null && dice.chance(SHARES.invitation))
    sent.push(message(shop, dice, 'review_invitation', parcel.deliveredAt + DAY, about));
  for (const one of order.cases) {
    if (one.callBackPromisedAt !== null && one.respondedAt !== null)
      sent.push(
        message(shop, dice, 'call_back', one.respondedAt, {
          channel: 'call',
          caseNo: one.no,
          order: one.contact.order,
          promisedAt: one.callBackPromisedAt,
          keptAt: one.calledBackAt,
        }),
      );
    if (one.contact.type === 'complaint' && one.resolvedAt !== null && dice.chance(SHARES.recovery))
      sent.push(
        message(shop, dice, 'recovery', one.resolvedAt + 2 * DAY, { ...about, caseNo: one.no, offer: 'SORRY-10' }),
      );
  }
  return sent;
}
