import { cases, orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { official } from '../provenance.ts';
import { ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const itemNotReceivedRate = defineMetric({
  id: 'ITEM_NOT_RECEIVED_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Item not received', zh: '未收到货率' },
  description: {
    en: 'Out of the orders placed in the period, those whose customer claimed that the goods never came: a request or complaint on the topic of a lost parcel. An order with several claims counts once.',
    zh: '统计期内下单的订单中，顾客提出未收到货（主题为包裹丢失的诉求或投诉）的占比；一单多次提出只计一次。',
  },
  numerator: { en: 'orders claimed as not received', zh: '被提出未收到货的订单数' },
  denominator: { en: 'orders placed', zh: '下单数' },
  fact: cases,
  clock: 'order',
  needs: ['service_cases.topic'],
  kind: 'across',
  part: { where: sql`j.topic = 'lost' and j.first_claim` },
  per: { fact: orders, clock: 'order', count: 'every row' },
  unit: percent(2),
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 60,
  knownOn: { part: ofOrders(cases, { where: sql`j.topic = 'lost' and j.first_claim` }, sql`j.opened_on`) },
  notes: [official('Walmart', '沃尔玛')],
});
