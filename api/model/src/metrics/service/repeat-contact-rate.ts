import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const repeatContactRate = defineMetric({
  id: 'REPEAT_CONTACT_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Repeat-contact rate', zh: '重复进线率' },
  description: {
    en: 'Of the customers who opened a case in the period and whose 7 days afterwards are over, the share who came back on the same matter (the same order, else the same topic) within them. The 7 days begin with the resolution; with the opening where it is unresolved.',
    zh: '统计期内发起工单且其后 7 天已满的顾客中，7 天内就同一事项（同一订单，无订单则同一主题）再次进线的占比。7 天自解决起算，未解决的自发起算起。',
  },
  numerator: { en: 'customers who came back within 7 days', zh: '7 天内再次进线的顾客数' },
  denominator: { en: 'customers in contact whose 7 days are over', zh: '7 天已满的进线顾客数' },
  fact: cases,
  clock: 'opened',
  needs: ['orders.customers'],
  kind: 'customer_share',
  part: sql`j.repeat_contact_7d`,
  whole: sql`j.repeat_contact_7d is not null`,
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 8,
  notes: [common],
});
