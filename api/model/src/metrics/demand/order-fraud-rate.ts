import { orders } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const orderFraudRate = defineMetric({
  id: 'ORDER_FRAUD_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Orders canceled for fraud', zh: '风控取消率' },
  description: {
    en: 'Of the orders placed in the period, those canceled on suspicion of fraud, for every 10,000.',
    zh: '统计期内下单的订单中，因疑似欺诈被取消的订单数，按每万单计。',
  },
  numerator: { en: 'orders canceled for fraud', zh: '因疑似欺诈取消的订单数' },
  denominator: { en: 'orders placed', zh: '下单数' },
  fact: orders,
  clock: 'order',
  needs: ['orders.cancel_cause'],
  kind: 'ratio',
  part: { where: sql`j.cancel_cause = 'fraud'` },
  whole: 'every row',
  rolledUp: 'apart',
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 15,
  notes: [common],
});
