import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const returnRate = defineMetric({
  id: 'RETURN_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Return rate', zh: '退货率' },
  description: {
    en: 'Of the units in the orders placed in the period and delivered since, the share sent back or asked to be: units of return requests neither rejected nor withdrawn. Exchanges, repairs and refunds without return are not returns.',
    zh: '统计期内下单且已送达的商品件数中，已退或申请退货的件数占比：只计未被拒绝、未撤销的退货申请。换货、维修与仅退款不算退货。',
  },
  numerator: { en: 'units returned', zh: '退货件数' },
  denominator: { en: 'units delivered', zh: '送达件数' },
  fact: orders,
  clock: 'order',
  needs: ['order_items', 'returns', 'shipments.delivered_at'],
  kind: 'ratio',
  part: { each: sql`case when j.delivered_on is not null then least(j.returned_units, j.units) else 0 end` },
  whole: { each: sql`case when j.delivered_on is not null then j.units else 0 end` },
  rolledUp: 'apart',
  unit: percent(1),
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 45,
  notes: [
    common,
    { en: 'Mature once the longest return window and 15 days are over.', zh: '退货期届满再加 15 天后数据才趋于完整。' },
  ],
});
