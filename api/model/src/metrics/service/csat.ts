import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const csat = defineMetric({
  id: 'CSAT',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Customer satisfaction (CSAT)', zh: '客户满意度（CSAT）' },
  description: {
    en: 'Of the cases rated in the period, the share rated 4 or 5 of 5, by the day of the rating. See CSAT_RESPONSE_RATE for how many answer.',
    zh: '统计期内收到评分的工单中，评 4 分或 5 分（满分 5 分）的占比，按评分日计。作答比例见“满意度参评率”。',
  },
  numerator: { en: 'cases rated 4 or 5', zh: '评 4–5 分的工单数' },
  denominator: { en: 'cases rated', zh: '已评分的工单数' },
  fact: cases,
  clock: 'rated',
  needs: ['service_cases.csat'],
  kind: 'ratio',
  part: { where: sql`j.csat >= 4` },
  whole: { where: sql`j.csat is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [official('Gorgias', 'Gorgias ')],
});
