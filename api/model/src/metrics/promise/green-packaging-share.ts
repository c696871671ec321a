import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const greenPackagingShare = defineMetric({
  id: 'GREEN_PACKAGING_SHARE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Green packaging', zh: '绿色包装占比' },
  description: {
    en: 'Of the parcels of the orders placed in the period whose packaging is known, the share packed in recycled or reused material.',
    zh: '统计期内下单订单的包裹中，包装材料已知者里使用再生或循环包装的占比。',
  },
  numerator: { en: 'parcels in recycled or reused packaging', zh: '使用再生或循环包装的包裹数' },
  denominator: { en: 'parcels whose packaging is known', zh: '包装已知的包裹数' },
  fact: parcels,
  clock: 'order',
  needs: ['shipments.packaging'],
  kind: 'ratio',
  part: { where: sql`j.packaging in ('recycled', 'reused')` },
  whole: { where: sql`j.packaging is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
