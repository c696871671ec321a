import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const firstAttemptRate = defineMetric({
  id: 'FIRST_ATTEMPT_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'First-attempt delivery rate', zh: '首次投递成功率' },
  description: {
    en: 'Of the parcels first brought to the door in the period, the share handed over at that first attempt. Parcels without any attempt by scan are left out.',
    zh: '统计期内首次投递的包裹中，首次投递即签收的占比。没有投递扫描的包裹不计入。',
  },
  numerator: { en: 'parcels delivered at the first attempt', zh: '首次投递即签收的包裹数' },
  denominator: { en: 'parcels with a first attempt', zh: '有首次投递的包裹数' },
  fact: parcels,
  clock: 'attempted',
  needs: ['tracking_events.attempts'],
  kind: 'ratio',
  part: { where: sql`j.first_attempt_succeeded` },
  whole: { where: sql`j.first_attempt_succeeded is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
