import { sql } from '../sql.ts';
import { dueDay, eventDay, type Fact } from './fact.ts';

export const loyaltyEvents = {
  name: 'loyaltyEvents',
  rows: { en: 'membership events', zh: '会员事件' },
  feeds: ['loyalty_events'],
  relation: 'journey.loyalty_facts',
  id: 'event_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: { occurred: eventDay('occurred_on', 'the day of the event', '事件发生日') },
  dimensions: { SHOP: { column: 'shop' }, TIER: { column: 'tier_to' } },
  rolledUp: { by: ['TIER'] },
} as const satisfies Fact;

export const care = {
  name: 'care',
  rows: { en: 'birthday months of members', zh: '会员生日月' },
  feeds: ['loyalty_events'],
  relation: 'journey.care_facts',
  clocks: { due: dueDay('due_on', 'the last day of the birthday month', '生日月最后一日') },
  dimensions: { SHOP: { column: 'shop' }, TIER: { column: 'tier' } },
} as const satisfies Fact;

export const consentChanges = {
  name: 'consentChanges',
  rows: { en: 'changes of consent', zh: '授权变动' },
  feeds: ['consents'],
  relation: 'journey.consent_changes',
  clocks: { changed: eventDay('day', 'what had come about by the end of the day', '截至当日') },
  dimensions: { SHOP: { column: 'shop' }, CONSENT_PURPOSE: { column: 'purpose' } },
} as const satisfies Fact;

/** Signed changes a day of several levels (`j.level`); only metrics of the kind stock make sense of them. */
export const loyaltyChanges = {
  name: 'loyaltyChanges',
  rows: { en: 'changes of membership and loyalty', zh: '会员与忠诚度变动' },
  feeds: [],
  relation: 'journey.loyalty_changes',
  clocks: { changed: eventDay('day', 'what had come about by the end of the day', '截至当日') },
  dimensions: { SHOP: { column: 'shop' } },
} as const satisfies Fact;

/** Those of the levels that are kept by tier. */
export const tierChanges = {
  ...loyaltyChanges,
  name: 'tierChanges',
  rows: { en: 'changes of membership by tier', zh: '各等级会员变动' },
  dimensions: { SHOP: { column: 'shop' }, TIER: { column: 'code' } },
} as const satisfies Fact;

/** Signed changes a day, in money, of what members hold in points; only where the shop says what a point is worth. */
export const pointsOwed = {
  name: 'pointsOwed',
  rows: { en: 'changes of what is owed for points', zh: '积分负债变动' },
  feeds: ['loyalty_events'],
  relation: 'journey.points_owed',
  clocks: { changed: eventDay('day', 'what had come about by the end of the day', '截至当日') },
  dimensions: { SHOP: { column: 'shop' } },
} as const satisfies Fact;
