import { visits } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const checkoutToPaidRate = defineMetric({
  id: 'CHECKOUT_TO_PAID_RATE',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Checkout to payment', zh: '结算支付率' },
  description: {
    en: 'Of the visits in which checkout was begun, the share in which payment was made.',
    zh: '统计期内进入结算的访问中，完成支付的占比。',
  },
  numerator: { en: 'of them, visits that paid', zh: '其中完成支付的访问次数' },
  denominator: { en: 'visits that reached checkout', zh: '进入结算的访问次数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.checkout', 'touchpoints.paid'],
  kind: 'ratio',
  part: { where: sql`j.paid` },
  whole: { where: sql`j.checked_out` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
