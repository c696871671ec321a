import { products } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const informationCompleteness = defineMetric({
  id: 'INFORMATION_COMPLETENESS',
  area: 'PRODUCTS',
  version: 1,
  since: '2026-01-01',
  owner: 'merchandise',
  title: { en: 'Information completeness', zh: '商品信息完整率' },
  description: {
    en: 'Of the products listed by the end of each bucket whose category requires facts, the share whose page states all of them as it is today.',
    zh: '截至各时间段结束已上架、且所属品类要求填写属性的商品中，页面（以当前为准）已写全的占比。',
  },
  numerator: { en: 'products that state every required fact', zh: '属性写全的商品数' },
  denominator: { en: 'products with required facts', zh: '有必填属性的商品数' },
  fact: products,
  clock: 'listed',
  needs: ['products.attributes'],
  kind: 'stock',
  change: sql`coalesce(j.complete, false)::int`,
  whole: sql`(j.complete is not null)::int`,
  unit: percent(1),
  better: 'higher',
  target: { atLeast: 0.98 },
  minSample: 30,
  maturesAfterDays: 0,
});
