import { paymentMethods, type LocalizedText } from '@rapport/model/vocabulary';
import { money } from '../../platform/graphql/money.ts';
import type { JourneyStage } from './journey.type.ts';

interface Words {
  title: LocalizedText;
  detail?: LocalizedText;
  tone: 'neutral' | 'good' | 'bad' | 'attention';
}

interface PaymentFacts {
  method: string;
  installments: number;
  minor: number;
  currency: string;
}

export type EventRow =
  | { kind: 'ORDER_PLACED'; facts: { status: string; order: string } }
  | { kind: 'PAYMENT'; facts: PaymentFacts }
  | { kind: 'ORDER_APPROVED'; facts: null }
  | { kind: 'HANDED_OVER'; facts: { carrier: string | null } }
  | { kind: 'DELIVERED'; facts: { delay: number | null } }
  | { kind: 'PROMISE_DUE'; facts: { kept: boolean | null } }
  | { kind: 'REVIEW_INVITED'; facts: null }
  | { kind: 'REVIEW_ANSWERED'; facts: { score: number; message: string | null } };
export type EventKind = EventRow['kind'];

export const stageOf: Record<EventKind, JourneyStage> = {
  ORDER_PLACED: 'IN_SALE',
  PAYMENT: 'IN_SALE',
  ORDER_APPROVED: 'IN_SALE',
  HANDED_OVER: 'IN_SALE',
  DELIVERED: 'IN_SALE',
  PROMISE_DUE: 'IN_SALE',
  REVIEW_INVITED: 'AFTER_SALE',
  REVIEW_ANSWERED: 'AFTER_SALE',
};

const same = (text: string): LocalizedText => ({ en: text, zh: text });

function paid({ method, installments, minor, currency }: PaymentFacts): LocalizedText {
  const { amount } = money(minor, currency);
  const label = paymentMethods[method] ?? same(method);
  return installments > 1
    ? {
        en: `${label.en}, ${amount} ${currency} in ${installments} instalments`,
        zh: `${label.zh}，${amount} ${currency}，分 ${installments} 期`,
      }
    : { en: `${label.en}, ${amount} ${currency}`, zh: `${label.zh}，${amount} ${currency}` };
}

function delivered(delay: number | null): Words {
  const title = { en: 'Delivered', zh: '已送达' };
  if (delay === null) return { title, tone: 'neutral' };
  const days = Math.abs(delay);
  const plural = days === 1 ? 'day' : 'days';
  if (delay > 0)
    return {
      title: { en: 'Delivered late', zh: '晚到' },
      detail: { en: `${days} ${plural} after the promise`, zh: `晚于承诺 ${days} 天` },
      tone: 'bad',
    };
  if (delay === 0) return { title, detail: { en: 'On the promised day', zh: '承诺日当天' }, tone: 'good' };
  return {
    title,
    detail: { en: `${days} ${plural} before the promised day`, zh: `早于承诺日 ${days} 天` },
    tone: 'good',
  };
}

function promiseDue(kept: boolean | null): Words {
  if (kept === true) return { title: { en: 'Promised day: kept', zh: '承诺日：已兑现' }, tone: 'good' };
  if (kept === false) return { title: { en: 'Promised day: missed', zh: '承诺日：未兑现' }, tone: 'bad' };
  return { title: { en: 'Promised day', zh: '承诺日' }, tone: 'neutral' };
}

function answered({ score, message }: { score: number; message: string | null }): Words {
  const tone = score >= 4 ? 'good' : score <= 2 ? 'bad' : 'neutral';
  const stars = score === 1 ? 'star' : 'stars';
  return {
    title: { en: `Review: ${score} ${stars}`, zh: `评价：${score} 星` },
    ...(message ? { detail: same(message) } : {}),
    tone,
  };
}

function placed({ status, order }: { status: string; order: string }): Words {
  const detail = { en: `Order ${order}`, zh: `订单 ${order}` };
  if (status === 'canceled')
    return { title: { en: 'Ordered; later canceled', zh: '下单，后取消' }, detail, tone: 'attention' };
  if (status === 'unavailable')
    return { title: { en: 'Ordered; goods unavailable', zh: '下单，后无货' }, detail, tone: 'attention' };
  return { title: { en: 'Ordered', zh: '下单' }, detail, tone: 'neutral' };
}

/** What an event is called, in both languages, and whether it is good news. */
export function wordsOf(event: EventRow): Words {
  switch (event.kind) {
    case 'ORDER_PLACED':
      return placed(event.facts);
    case 'PAYMENT':
      return { title: { en: 'Paid', zh: '付款' }, detail: paid(event.facts), tone: 'neutral' };
    case 'ORDER_APPROVED':
      return { title: { en: 'Payment approved', zh: '付款确认' }, tone: 'neutral' };
    case 'HANDED_OVER':
      return {
        title: { en: 'Handed to the carrier', zh: '交付承运商' },
        ...(event.facts.carrier ? { detail: same(event.facts.carrier) } : {}),
        tone: 'neutral',
      };
    case 'DELIVERED':
      return delivered(event.facts.delay);
    case 'PROMISE_DUE':
      return promiseDue(event.facts.kept);
    case 'REVIEW_INVITED':
      return { title: { en: 'Asked for a review', zh: '邀请评价' }, tone: 'neutral' };
    case 'REVIEW_ANSWERED':
      return answered(event.facts);
  }
}
