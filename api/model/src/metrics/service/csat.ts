import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const csat = defineMetric({
  id: 'CSAT',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Customer satisfaction (CSAT)', zh: '客户满意度（CSAT）' },
  description: {
    en: 'Of the cases opened in the period that the customer rated, the share rated 4 or 5 of 5. See CSAT_RESPONSE_RATE for how many answer.',
    zh: '统计期内发起且顾客已评分的工单中，评 4 分或 5 分（满分 5 分）的占比。作答比例见满意度参评率。',
  },
  numerator: { en: 'cases rated 4 or 5', zh: '评 4–5 分的工单数' },
  denominator: { en: 'cases rated', zh: '已评分的工单数' },
  fact: cases,
  clock: 'opened',
  kind: 'ratio',
  part: { where: sql`j.csat >= 4` },
  whole: { where: sql`j.csat is not null` },
  unit: percent(1),
  better: 'higher',
  target: { atLeast: 0.85 },
  minSample: 30,
  maturesAfterDays: 7,
});
