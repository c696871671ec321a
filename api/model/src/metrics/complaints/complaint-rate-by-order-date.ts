import { cases, orders } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { common } from '../provenance.ts';
import { ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const complaintRateByOrderDate = defineMetric({
  id: 'COMPLAINT_RATE_BY_ORDER_DATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Complaint rate by order date', zh: '投诉率（按下单日）' },
  description: {
    en: 'Complaints that the orders placed in the period have brought so far, for every 10,000 of them. Complaints about no order are not in it: see COMPLAINT_RATE.',
    zh: '统计期内下单的订单至今引发的投诉数，按每万单计。与订单无关的投诉不在其中：见“投诉率”。',
  },
  numerator: { en: 'complaints about these orders', zh: '这些订单引发的投诉数' },
  denominator: { en: 'orders placed', zh: '下单数' },
  fact: orders,
  clock: 'order',
  needs: ['service_cases'],
  kind: 'rate',
  part: { each: sql`j.complaints_count` },
  whole: 'every row',
  rolledUp: 'apart',
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 45,
  knownOn: { part: ofOrders(cases, { where: sql`j.complaint` }, sql`j.opened_on`) },
  notes: [common],
});
