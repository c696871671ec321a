import { items } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const productReturnRate = defineMetric({
  id: 'PRODUCT_RETURN_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Return rate of products', zh: '商品退货率' },
  description: {
    en: 'As RETURN_RATE, line by line, so that it can be cut by product: requests that name the product, or whose order has no other line.',
    zh: '口径同“退货率”，但逐订单行统计，可按商品拆分：只计指明商品或订单仅有一行的退货申请。',
  },
  numerator: { en: 'units of the line returned', zh: '该行退货件数' },
  denominator: { en: 'units of the line delivered', zh: '该行送达件数' },
  fact: items,
  clock: 'order',
  needs: ['returns', 'shipments.delivered_at'],
  kind: 'ratio',
  part: { each: sql`case when j.delivered_on is not null then least(j.returned_units, j.units) else 0 end` },
  whole: { each: sql`case when j.delivered_on is not null then j.units else 0 end` },
  unit: percent(1),
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 45,
  notes: [common],
});
