import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const codRefusalRate = defineMetric({
  id: 'COD_REFUSAL_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Cash-on-delivery refusals', zh: '货到付款拒收率' },
  description: {
    en: 'Of the orders placed in the period that went to the door unpaid (paid there, or refused there without having been paid), the share refused.',
    zh: '统计期内下单、上门时尚未付款的订单（当面付清的，或未付款即拒收的）中，被拒收的占比。',
  },
  numerator: { en: 'orders refused at the door', zh: '被拒收的订单数' },
  denominator: { en: 'orders paid or refused at the door', zh: '上门付款或拒收的订单数' },
  fact: orders,
  clock: 'order',
  needs: ['orders.cancel_cause', 'payments'],
  kind: 'ratio',
  part: { where: sql`j.cancel_cause = 'refused'` },
  whole: {
    where: sql`(j.cancel_cause = 'refused' and j.payments_count = 0) or 'cash_on_delivery' = any(j.payment_methods)`,
  },
  rolledUp: 'apart',
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 15,
  notes: [common],
});
