import { consentPurposes, loyaltyEventKinds, origins, tiers, type LocalizedText } from '@rapport/model/vocabulary';
import { joined, named, said, type Told, type WordsOf } from './told.ts';

interface VisitFacts {
  origin: string | null;
  products: number;
  searches: number;
  empty: number;
  reviews: number;
  carted: boolean;
  checkedOut: boolean;
  paid: boolean;
  consulted: boolean;
}

interface LoyaltyFacts {
  kind: string;
  points: number;
  from: string | null;
  to: string | null;
  benefit: string | null;
}

export interface FactsOfRelation {
  REGISTERED: { origin: string | null };
  VISIT: VisitFacts;
  JOINED: LoyaltyFacts;
  POINTS: LoyaltyFacts;
  TIER_CHANGED: LoyaltyFacts;
  BENEFIT: LoyaltyFacts;
  CONSENT: { purpose: string; granted: boolean };
}

const counted = (n: number, one: string, several: string, zh: (n: number) => string): LocalizedText[] =>
  n > 0 ? [{ en: `${n} ${n === 1 ? one : several}`, zh: zh(n) }] : [];

function howFar({ paid, checkedOut, carted }: VisitFacts): LocalizedText[] {
  if (paid) return [{ en: 'paid', zh: '已支付' }];
  if (checkedOut) return [{ en: 'left at the checkout', zh: '结算时离开' }];
  return carted ? [{ en: 'left with goods in the cart', zh: '加购后离开' }] : [];
}

function visited(facts: VisitFacts): Told {
  const { origin, products, searches, empty, reviews, consulted } = facts;
  const words = [
    ...(origin ? [named(origins, origin)] : []),
    ...counted(searches, 'search', 'searches', (n) => `搜索 ${n} 次`),
    ...counted(empty, 'without a result', 'without a result', (n) => `${n} 次无结果`),
    ...counted(products, 'product', 'products', (n) => `浏览 ${n} 件商品`),
    ...(reviews > 0 ? [{ en: 'read reviews', zh: '看过评价' }] : []),
    ...(consulted ? [{ en: 'asked for advice', zh: '咨询客服' }] : []),
    ...howFar(facts),
  ];
  return {
    title: { en: 'Visited the shop', zh: '访问店铺' },
    ...(words.length > 0 ? { detail: joined(words) } : {}),
    tone: empty > 0 && !facts.paid ? 'attention' : 'neutral',
  };
}

function moved({ from, to }: LoyaltyFacts): Told {
  const [old, now] = [from ? named(tiers, from) : null, to ? named(tiers, to) : null];
  const title = { en: 'Membership tier', zh: '会员等级变更' };
  if (!now) return { title, tone: 'neutral' };
  if (!old) return { title, detail: now, tone: 'good' };
  return { title, detail: { en: `${old.en} → ${now.en}`, zh: `${old.zh} → ${now.zh}` }, tone: 'attention' };
}

export const wordsOfRelation: WordsOf<FactsOfRelation> = {
  REGISTERED: ({ origin }) => ({
    title: { en: 'Registered', zh: '注册' },
    ...(origin ? { detail: named(origins, origin) } : {}),
    tone: 'neutral',
  }),
  VISIT: visited,
  JOINED: () => ({ title: { en: 'Became a member', zh: '加入会员' }, tone: 'good' }),
  POINTS: ({ kind, points }) => ({
    title: named(loyaltyEventKinds, kind),
    detail: {
      en: `${points > 0 ? '+' : ''}${points} points`,
      zh: `${points > 0 ? '+' : ''}${points} 积分`,
    },
    tone: kind === 'expired' ? 'attention' : 'neutral',
  }),
  TIER_CHANGED: moved,
  BENEFIT: ({ kind, benefit }) => ({ title: named(loyaltyEventKinds, kind), ...said(benefit), tone: 'good' }),
  CONSENT: ({ purpose, granted }) => ({
    title: granted ? { en: 'Consent given', zh: '同意授权' } : { en: 'Consent refused', zh: '拒绝或撤回授权' },
    detail: named(consentPurposes, purpose),
    tone: granted ? 'neutral' : 'attention',
  }),
};
