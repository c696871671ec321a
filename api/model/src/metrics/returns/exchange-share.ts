import { returns } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const exchangeShare = defineMetric({
  id: 'EXCHANGE_SHARE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Share of exchanges', zh: '换货占比' },
  description: {
    en: 'Of the requests made in the period and not withdrawn, the share asking for an exchange.',
    zh: '统计期内提出且未撤销的售后申请中，换货申请的占比。',
  },
  numerator: { en: 'exchange requests', zh: '换货申请数' },
  denominator: { en: 'requests not withdrawn', zh: '未撤销的申请数' },
  fact: returns,
  clock: 'requested',
  kind: 'ratio',
  part: { where: sql`j.kind = 'exchange'` },
  whole: { where: sql`not j.withdrawn` },
  unit: percent(1),
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 7,
  notes: [common],
});
