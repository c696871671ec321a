import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const reopenRate = defineMetric({
  id: 'REOPEN_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Reopen rate', zh: '重开率' },
  description: {
    en: 'Of the cases opened in the period that were solved at least once, the share that was opened again, whether solved since or not.',
    zh: '统计期内发起且至少解决过一次的工单中，被重新打开过的占比，无论之后是否再次解决。',
  },
  numerator: { en: 'cases reopened', zh: '被重开的工单数' },
  denominator: { en: 'cases solved at least once', zh: '至少解决过一次的工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.resolved_at', 'service_cases.reopens'],
  kind: 'ratio',
  part: { where: sql`j.reopened` },
  whole: { where: sql`j.resolved_at is not null or j.reopened` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 14,
  notes: [
    {
      en: 'The count of reopenings is Zendesk’s field; the quotient is the common one.',
      zh: '重开次数取 Zendesk 字段的含义，比率为业内通用算法。',
    },
  ],
});
