import { returns } from '../facts.ts';
import { defineMetric, money } from '../grammar.ts';
import { sql } from '../sql.ts';

export const refundAmount = defineMetric({
  id: 'REFUND_AMOUNT',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Refunded amount', zh: '退款金额' },
  description: {
    en: 'Money that arrived back with customers in the period, by the day it arrived.',
    zh: '统计期内退款到账的金额，按到账日计。',
  },
  numerator: { en: 'money refunded', zh: '到账退款金额' },
  fact: returns,
  clock: 'refunded',
  needs: ['returns.refunded_at'],
  kind: 'sum',
  amount: { value: sql`j.refunded_minor` },
  unit: money,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
