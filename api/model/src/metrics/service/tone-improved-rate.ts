import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const toneImprovedRate = defineMetric({
  id: 'TONE_IMPROVED_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Tone improved', zh: '情绪改善率' },
  description: {
    en: 'Of the cases opened in the period that began in a bad or neutral tone and whose tone at the end is known, the share that ended in a better one. Those that began well cannot improve and are left out.',
    zh: '统计期内发起、开始时情绪为负面或中性且结束时情绪已知的工单中，情绪有所改善的占比。开始即为正面的无从改善，不计入。',
  },
  numerator: { en: 'cases that ended in a better tone', zh: '情绪改善的工单数' },
  denominator: { en: 'cases that began in a bad or neutral tone', zh: '开始时情绪为负面或中性的工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.tone_end'],
  kind: 'ratio',
  part: { where: sql`j.tone_change > 0` },
  whole: { where: sql`j.tone_start < 1 and j.tone_end is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 7,
  notes: [common],
});
