import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const exceptionRate = defineMetric({
  id: 'EXCEPTION_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Exception rate', zh: '物流异常率' },
  description: {
    en: 'Of the parcels of the orders placed in the period, the share where something went wrong on the way: scanned as damaged, delayed, lost or returned, or a failed first attempt.',
    zh: '统计期内下单订单的包裹中，途中出现异常的占比：扫描为破损、延误、丢失、退回，或首次投递失败。',
  },
  numerator: { en: 'parcels with an exception', zh: '有异常的包裹数' },
  denominator: { en: 'parcels', zh: '包裹数' },
  fact: parcels,
  clock: 'order',
  needs: ['tracking_events'],
  kind: 'ratio',
  part: { where: sql`j.exception` },
  whole: 'every row',
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 15,
  notes: [common],
});
