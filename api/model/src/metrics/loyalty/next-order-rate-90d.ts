import { buyingDays } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const nextOrderRate90d = defineMetric({
  id: 'NEXT_ORDER_RATE_90D',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Next order within 90 days', zh: '90天再购率' },
  description: {
    en: 'Of the days of the period on which a known customer placed a valid order and whose 90 days are over, the share followed by another valid order day within them. Cut by LOYALTY it compares new, occasional and loyal customers by what they were before the order.',
    zh: '统计期内已知顾客的有效下单日（90 天已满）中，其后 90 天内再次有效下单的占比。按忠诚度拆分时，以下单之前的身份比较新客、普通老客与忠诚顾客。',
  },
  numerator: { en: 'buying days followed by another within 90 days', zh: '90 天内再次购买的下单日数' },
  denominator: { en: 'buying days whose 90 days are over', zh: '90 天已满的下单日数' },
  fact: buyingDays,
  clock: 'order',
  needs: ['orders.customers'],
  kind: 'ratio',
  part: { where: sql`j.back_within_90d` },
  whole: { where: sql`j.back_within_90d is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 90,
  notes: [common],
});
