import { cases } from '../facts.ts';
import { countPerRow, defineMetric } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const transfersPerCase = defineMetric({
  id: 'TRANSFERS_PER_CASE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Transfers per case', zh: '单均转派次数' },
  description: {
    en: 'Mean number of times a case opened in the period was passed from one human to another; cases left to a bot are not in it.',
    zh: '统计期内发起的工单在人工之间转派的平均次数；仅由机器人处理的工单不计入。',
  },
  numerator: { en: 'transfers', zh: '转派次数' },
  denominator: { en: 'cases not left to a bot', zh: '非纯机器人工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.transfers'],
  kind: 'mean',
  amount: { value: sql`j.transfers` },
  whole: { where: sql`j.handled_by is distinct from 'bot'` },
  unit: countPerRow,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 7,
  notes: [common],
});
