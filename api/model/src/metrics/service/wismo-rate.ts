import { cases, parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const wismoRate = defineMetric({
  id: 'WISMO_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: '“Where is my order” contact rate', zh: '查件咨询率' },
  description: {
    en: 'Cases asking where an order is (WISMO), opened in the period, out of the parcels of the orders placed in it. Parcels, not orders: an order in two parcels can be asked about twice.',
    zh: '统计期内发起的查件工单数除以同期下单订单的包裹数。以包裹而非订单为分母：分两件发出的订单可能被查询两次。',
  },
  numerator: { en: 'cases asking where the order is, by the day they were opened', zh: '查件工单数（按发起日）' },
  denominator: { en: 'parcels, by the day of their order', zh: '包裹数（按下单日）' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.topic'],
  kind: 'across',
  part: { where: sql`j.wismo` },
  per: { fact: parcels, clock: 'order', count: 'every row' },
  unit: percent(1),
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'The denominator follows the glossary of Ignyte: shipments, tighter than orders.',
      zh: '分母按 Ignyte 术语表取包裹数，比按订单更严。',
    },
  ],
});
