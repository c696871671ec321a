import { returns } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const repairShare = defineMetric({
  id: 'REPAIR_SHARE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Share of repairs', zh: '维修占比' },
  description: {
    en: 'Of the requests made in the period and not withdrawn, the share asking for a repair.',
    zh: '统计期内提出且未撤销的售后申请中，维修申请的占比。',
  },
  numerator: { en: 'repair requests', zh: '维修申请数' },
  denominator: { en: 'requests not withdrawn', zh: '未撤销的申请数' },
  fact: returns,
  clock: 'requested',
  kind: 'ratio',
  part: { where: sql`j.kind = 'repair'` },
  whole: { where: sql`not j.withdrawn` },
  unit: percent(1),
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 7,
  notes: [common],
});
