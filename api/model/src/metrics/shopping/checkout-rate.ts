import { visits } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const checkoutRate = defineMetric({
  id: 'CHECKOUT_RATE',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Cart to checkout', zh: '结算率' },
  description: {
    en: 'Of the visits with something in the cart, the share in which checkout was begun.',
    zh: '统计期内有加购的访问中，进入结算的占比。',
  },
  numerator: { en: 'of them, visits that reached checkout', zh: '其中进入结算的访问次数' },
  denominator: { en: 'visits with something in the cart', zh: '有加购的访问次数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.cart', 'touchpoints.checkout'],
  kind: 'ratio',
  part: { where: sql`j.checked_out` },
  whole: { where: sql`j.carted` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
