import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const sellerResponse48hRate = defineMetric({
  id: 'SELLER_RESPONSE_48H_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Response within 48 hours', zh: '48 小时回复率' },
  description: {
    en: 'Of the cases opened in the period whose 48 hours are over, the share a human answered within them. Never answered is a failure; cases settled by a bot alone are left out.',
    zh: '统计期内发起且 48 小时已满的工单中，48 小时内得到人工回复的占比。始终未回复计为未达成；仅由机器人完成的工单不计入。',
  },
  numerator: { en: 'cases answered within 48 hours', zh: '48 小时内回复的工单数' },
  denominator: { en: 'cases whose 48 hours are over', zh: '48 小时已满的工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.first_response_at'],
  kind: 'ratio',
  part: { where: sql`j.responded_48h` },
  whole: { where: sql`j.responded_48h is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 3,
  notes: [official('Walmart', '沃尔玛')],
});
