import { visits } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const addToCartRate = defineMetric({
  id: 'ADD_TO_CART_RATE',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Visits with something in the cart', zh: '加购率' },
  description: {
    en: 'Of the visits that began in the period, the share in which something was put in the cart.',
    zh: '统计期内开始的访问中，有加购行为的占比。',
  },
  numerator: { en: 'visits with something in the cart', zh: '有加购的访问次数' },
  denominator: { en: 'visits', zh: '访问次数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.cart'],
  kind: 'ratio',
  part: { where: sql`j.carted` },
  whole: 'every row',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
