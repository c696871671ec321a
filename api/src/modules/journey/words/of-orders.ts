import { cancelCauses, paymentKinds, paymentMethods, trackingEventKinds } from '@rapport/model/vocabulary';
import { joined, lasting, named, said, type Told, type WordsOf } from './told.ts';

interface PaymentFacts {
  method: string;
  installments: number;
  kind: string;
}

export interface FactsOfOrders {
  ORDER_PLACED: { status: string; order: string };
  PAYMENT: PaymentFacts;
  PAYMENT_FAILED: PaymentFacts;
  CHARGED_BACK: null;
  ORDER_APPROVED: null;
  ORDER_CANCELED: { cause: string | null };
  HANDED_OVER: { carrier: string | null; en: string | null; zh: string | null };
  PARCEL_EXCEPTION: { kind: string; detail: string | null };
  DELIVERED: { days: number | null; exact: boolean };
  PROMISE_DUE: { kept: boolean | null };
}

function payment({ method, installments, kind }: PaymentFacts): Pick<Told, 'detail'> {
  const instalments = { en: `in ${installments} instalments`, zh: `分 ${installments} 期` };
  return {
    detail: joined([
      ...(kind === 'full' ? [] : [named(paymentKinds, kind)]),
      named(paymentMethods, method),
      ...(installments > 1 ? [instalments] : []),
    ]),
  };
}

const days = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`;

/** By the promised day; on that very day by the promised moment, where one was given. */
function delivered({ days: late, exact }: FactsOfOrders['DELIVERED'], gapSeconds: number | null): Told {
  const title = { en: 'Delivered', zh: '已送达' };
  const lateTitle = { en: 'Delivered late', zh: '晚到' };
  if (late === null) return { title, tone: 'neutral' };
  const off = Math.abs(late);
  if (late > 0)
    return {
      title: lateTitle,
      detail: { en: `${days(off)} after the promise`, zh: `晚于承诺 ${off} 天` },
      tone: 'bad',
    };
  if (exact && gapSeconds !== null && gapSeconds > 0) {
    const gap = lasting(gapSeconds);
    return { title: lateTitle, detail: { en: `${gap.en} after the promise`, zh: `晚于承诺 ${gap.zh}` }, tone: 'bad' };
  }
  if (late === 0) return { title, detail: { en: 'On the promised day', zh: '承诺日当天' }, tone: 'good' };
  return { title, detail: { en: `${days(off)} before the promised day`, zh: `早于承诺日 ${off} 天` }, tone: 'good' };
}

function promiseDue(kept: boolean | null): Told {
  if (kept === true) return { title: { en: 'Promised day: kept', zh: '承诺日：已兑现' }, tone: 'good' };
  if (kept === false) return { title: { en: 'Promised day: missed', zh: '承诺日：未兑现' }, tone: 'bad' };
  return { title: { en: 'Promised day', zh: '承诺日' }, tone: 'neutral' };
}

function placed({ status, order }: FactsOfOrders['ORDER_PLACED']): Told {
  const detail = { en: `Order ${order}`, zh: `订单 ${order}` };
  if (status === 'canceled')
    return { title: { en: 'Ordered; later canceled', zh: '下单，后取消' }, detail, tone: 'attention' };
  if (status === 'unavailable')
    return { title: { en: 'Ordered; goods unavailable', zh: '下单，后无货' }, detail, tone: 'attention' };
  return { title: { en: 'Ordered', zh: '下单' }, detail, tone: 'neutral' };
}

export const wordsOfOrders: WordsOf<FactsOfOrders> = {
  ORDER_PLACED: placed,
  PAYMENT: (facts) => ({ title: { en: 'Paid', zh: '付款' }, ...payment(facts), tone: 'neutral' }),
  PAYMENT_FAILED: (facts) => ({ title: { en: 'Payment failed', zh: '支付失败' }, ...payment(facts), tone: 'bad' }),
  CHARGED_BACK: () => ({ title: { en: 'Payment charged back', zh: '付款被拒付撤回' }, tone: 'bad' }),
  ORDER_APPROVED: () => ({ title: { en: 'Payment approved', zh: '付款确认' }, tone: 'neutral' }),
  ORDER_CANCELED: ({ cause }) => ({
    title: { en: 'Order canceled', zh: '订单取消' },
    ...(cause ? { detail: named(cancelCauses, cause) } : {}),
    tone: 'attention',
  }),
  HANDED_OVER: ({ carrier, en, zh }) => ({
    title: { en: 'Handed to the carrier', zh: '交付承运商' },
    ...(carrier ? { detail: { en: en ?? zh ?? carrier, zh: zh ?? en ?? carrier } } : {}),
    tone: 'neutral',
  }),
  PARCEL_EXCEPTION: ({ kind, detail }) => {
    const what = named(trackingEventKinds, kind);
    return { title: { en: `Parcel: ${what.en}`, zh: `包裹${what.zh}` }, ...said(detail), tone: 'bad' };
  },
  DELIVERED: (facts, { gapSeconds }) => delivered(facts, gapSeconds),
  PROMISE_DUE: ({ kept }) => promiseDue(kept),
};
