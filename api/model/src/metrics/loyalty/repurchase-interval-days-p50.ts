import { buyingDays } from '../facts.ts';
import { defineMetric, wholeDays } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const repurchaseIntervalDaysP50 = defineMetric({
  id: 'REPURCHASE_INTERVAL_DAYS_P50',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Days between orders, median', zh: '复购间隔（中位数）' },
  description: {
    en: 'Half of the valid order days of the period that followed an earlier one of the same known customer came within this many days of it. Customers who never return have no interval: see NEXT_ORDER_RATE_90D.',
    zh: '统计期内已知顾客的再次有效下单中，有一半距上一次有效下单日不超过这个天数。未再购买的顾客没有间隔，见 90 天再购率。',
  },
  numerator: { en: 'days since the previous valid order day', zh: '距上一有效下单日的天数' },
  denominator: { en: 'buying days that followed another', zh: '再次购买的下单日数' },
  fact: buyingDays,
  clock: 'order',
  needs: ['orders.customers'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.days_since_previous`,
  whole: sql`j.days_since_previous is not null`,
  unit: wholeDays,
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
