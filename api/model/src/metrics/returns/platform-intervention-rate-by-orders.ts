import { orders, returns } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const platformInterventionRateByOrders = defineMetric({
  id: 'PLATFORM_INTERVENTION_RATE_BY_ORDERS',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Platform intervention out of orders', zh: '平台介入率（按订单）' },
  description: {
    en: 'Refund requests the platform stepped into during the period for every 10,000 orders placed in it, each by its own day.',
    zh: '统计期内平台介入的退款单数与同期下单数之比，按每万单计；介入按介入日、订单按下单日。',
  },
  numerator: { en: 'interventions, by the day of stepping in', zh: '平台介入数（按介入日）' },
  denominator: { en: 'orders, by the day they were placed', zh: '订单数（按下单日）' },
  fact: returns,
  clock: 'steppedIn',
  needs: ['returns.stepped_in_at'],
  kind: 'across',
  part: { where: sql`j.kind in ('return', 'refund_only')` },
  per: { fact: orders, clock: 'order', count: 'every row' },
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 0,
  notes: [common],
});
