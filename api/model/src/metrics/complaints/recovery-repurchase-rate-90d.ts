import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const recoveryRepurchaseRate90d = defineMetric({
  id: 'RECOVERY_REPURCHASE_RATE_90D',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Ordering again within 90 days of a complaint', zh: '投诉后 90 天复购率' },
  description: {
    en: 'Of the customers who complained in the period and whose 90 days since are over, the share with another valid order within them. Customers whose complaint is still open are counted.',
    zh: '统计期内发起投诉且其后 90 天已满的顾客中，90 天内再次有效下单的占比。投诉仍未解决的顾客也计入。',
  },
  numerator: { en: 'complainants who ordered again', zh: '再次下单的投诉顾客数' },
  denominator: { en: 'complainants whose 90 days are over', zh: '90 天已满的投诉顾客数' },
  fact: cases,
  clock: 'opened',
  needs: ['orders', 'orders.customers'],
  kind: 'customer_share',
  part: sql`j.complaint and j.back_within_90d`,
  whole: sql`j.complaint and j.back_within_90d is not null`,
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 91,
  notes: [
    common,
    {
      en: 'Compare with customers alike who did not complain, never with everyone.',
      zh: '应与条件相近、未投诉的顾客比较，不宜与全体顾客比较。',
    },
  ],
});
