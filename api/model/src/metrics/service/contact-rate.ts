import { cases, orders } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { common } from '../provenance.ts';

export const contactRate = defineMetric({
  id: 'CONTACT_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Contact rate per 10,000 orders', zh: '万单咨询率' },
  description: {
    en: 'Cases opened in the period for every 10,000 orders placed in it, each by its own day; cases about no order are counted too.',
    zh: '统计期内发起的工单数与同期下单数之比，按每万单计；工单按发起日、订单按下单日，与订单无关的工单也计入。',
  },
  numerator: { en: 'cases, by the day they were opened', zh: '工单数（按发起日）' },
  denominator: { en: 'orders, by the day they were placed', zh: '订单数（按下单日）' },
  fact: cases,
  clock: 'opened',
  kind: 'across',
  part: 'every row',
  per: { fact: orders, clock: 'order', count: 'every row' },
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 0,
  notes: [common],
});
