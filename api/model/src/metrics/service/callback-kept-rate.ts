import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const callbackKeptRate = defineMetric({
  id: 'CALLBACK_KEPT_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Promised call-backs kept', zh: '承诺回电兑现率' },
  description: {
    en: 'Of the call-backs promised for a day in the period, the share made by the promised moment. Not called, or called late, is a failure.',
    zh: '承诺在统计期内回电的工单中，在承诺时刻前完成回电的占比。未回电或迟回均计为未兑现。',
  },
  numerator: { en: 'call-backs made in time', zh: '按时回电的工单数' },
  denominator: { en: 'call-backs due', zh: '应回电的工单数' },
  fact: cases,
  clock: 'callBackDue',
  needs: ['service_cases.called_back_at'],
  kind: 'ratio',
  part: { where: sql`j.call_back_kept` },
  whole: { where: sql`j.call_back_kept is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
