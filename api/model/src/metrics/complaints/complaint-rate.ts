import { cases, orders } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const complaintRate = defineMetric({
  id: 'COMPLAINT_RATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Complaint rate', zh: '投诉率' },
  description: {
    en: 'Complaints opened in the period for every 10,000 orders placed in it, each by its own day: how loud complaints are now. By the day of the order complained of: see COMPLAINT_RATE_BY_ORDER_DATE.',
    zh: '统计期内发起的投诉数与同期下单数之比，按每万单计；投诉按发起日、订单按下单日。按被投诉订单的下单日计，见“投诉率（按下单日）”。',
  },
  numerator: { en: 'complaints, by the day they were opened', zh: '投诉数（按发起日）' },
  denominator: { en: 'orders, by the day they were placed', zh: '订单数（按下单日）' },
  fact: cases,
  clock: 'opened',
  kind: 'across',
  part: { where: sql`j.complaint` },
  per: { fact: orders, clock: 'order', count: 'every row' },
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 0,
  notes: [common],
});
