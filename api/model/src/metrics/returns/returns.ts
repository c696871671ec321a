import { returns } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';

export const returnRequests = defineMetric({
  id: 'RETURNS',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Return and refund requests', zh: '退换货申请数' },
  description: {
    en: 'Requests made in the period to return, exchange or repair goods or to be refunded without a return, whatever became of them.',
    zh: '统计期内提出的退货、换货、维修与仅退款申请数，不论结果。',
  },
  numerator: { en: 'requests', zh: '申请数' },
  fact: returns,
  clock: 'requested',
  kind: 'count',
  count: 'every row',
  unit: count,
  better: 'lower',
  minSample: 1,
  maturesAfterDays: 0,
});
