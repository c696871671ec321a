import { parcels } from '../facts.ts';
import { defineMetric, money } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const deliveryCostPerParcel = defineMetric({
  id: 'DELIVERY_COST_PER_PARCEL',
  area: 'COST',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Delivery cost per parcel', zh: '单件配送成本' },
  description: {
    en: 'Mean cost to the shop of delivering a parcel of the orders placed in the period, over the parcels whose cost is known.',
    zh: '统计期内下单订单的包裹，店铺承担的平均配送成本；只含成本已知的包裹。',
  },
  numerator: { en: 'delivery cost', zh: '配送成本' },
  denominator: { en: 'parcels whose cost is known', zh: '成本已知的包裹数' },
  fact: parcels,
  clock: 'order',
  needs: ['shipments.cost_minor'],
  kind: 'mean',
  amount: { value: sql`j.cost_minor` },
  whole: { where: sql`j.cost_minor is not null` },
  unit: money,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 14,
  notes: [common],
});
