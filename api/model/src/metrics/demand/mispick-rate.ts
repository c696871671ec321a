import { items } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const mispickRate = defineMetric({
  id: 'MISPICK_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Picked wrong', zh: '错拣率' },
  description: {
    en: 'Of the lines of the orders placed in the period that were checked, the share with a wrong article, model, size or count.',
    zh: '统计期内下单订单中经复核的订单行里，商品、型号、尺码或数量有误的占比。',
  },
  numerator: { en: 'lines picked wrong', zh: '错拣的订单行数' },
  denominator: { en: 'lines checked', zh: '经复核的订单行数' },
  fact: items,
  clock: 'order',
  needs: ['order_items.picked_right'],
  kind: 'ratio',
  part: { where: sql`not j.picked_right` },
  whole: { where: sql`j.picked_right is not null` },
  unit: percent(2),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 7,
  notes: [common],
});
