import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const selfServiceShare = defineMetric({
  id: 'SELF_SERVICE_SHARE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Self-service share', zh: '自助服务占比' },
  description: {
    en: 'Of all cases opened in the period, the share that a bot kept without a human: what the desk was spared.',
    zh: '统计期内发起的全部工单中，由机器人独立完成、无需人工的占比，即分流的工作量。',
  },
  numerator: { en: 'cases without a human', zh: '无人工参与的工单数' },
  denominator: { en: 'cases of which it is known who handled them', zh: '处理方式已知的工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.handled_by'],
  kind: 'ratio',
  part: { where: sql`j.contained` },
  whole: { where: sql`j.handled_by is not null` },
  unit: percent(1),
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 1,
  notes: [common],
});
