import { items } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const defectRate = defineMetric({
  id: 'DEFECT_RATE',
  area: 'PRODUCTS',
  version: 1,
  since: '2026-01-01',
  owner: 'merchandise',
  title: { en: 'Poor quality', zh: '质量问题率' },
  description: {
    en: 'Of the order lines delivered in the period, those that a return (not withdrawn or rejected) or a complaint called of poor quality, for every 10,000. A line counts once.',
    zh: '统计期内签收的订单行中，被退换申请（未撤销、未拒绝）或投诉指为质量问题的行数，按每万行计。每行最多计一次。',
  },
  numerator: { en: 'lines called of poor quality', zh: '被指质量问题的订单行数' },
  denominator: { en: 'lines delivered', zh: '已签收订单行数' },
  fact: items,
  clock: 'delivered',
  needs: ['returns', 'service_cases', 'shipments.delivered_at'],
  kind: 'ratio',
  part: { where: sql`j.defect` },
  whole: 'every row',
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 30,
  notes: [common],
});
