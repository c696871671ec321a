import { parcels } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';

export const parcelsSent = defineMetric({
  id: 'PARCELS',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Parcels', zh: '包裹数' },
  description: {
    en: 'Parcels of the orders placed in the period, whatever became of them.',
    zh: '统计期内下单订单的包裹数，不论结果。',
  },
  numerator: { en: 'parcels', zh: '包裹数' },
  fact: parcels,
  clock: 'order',
  kind: 'count',
  count: 'every row',
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
