import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const transferRate = defineMetric({
  id: 'TRANSFER_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Passed on at least once', zh: '推诿率（转派占比）' },
  description: {
    en: 'Of the cases opened in the period that went to a human, the share passed from one human to another at least once. The hand-over from bot to human is not one.',
    zh: '统计期内发起且有人工参与的工单中，至少在人工之间转派过一次的占比。机器人转人工不算转派。',
  },
  numerator: { en: 'cases passed on', zh: '被转派的工单数' },
  denominator: { en: 'cases not left to a bot', zh: '非纯机器人工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.transfers'],
  kind: 'ratio',
  part: { where: sql`j.transfers > 0` },
  whole: { where: sql`j.handled_by is distinct from 'bot'` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 7,
  notes: [common],
});
