import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const pickup24hRate = defineMetric({
  id: 'PICKUP_24H_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Picked up within 24 hours', zh: '24小时揽收及时率' },
  description: {
    en: 'Of the parcels whose 24 hours after payment ended in the period, the share with a first carrier scan (else the hand-over) within them. Parcels not picked up count as failed; canceled and unavailable orders are left out.',
    zh: '支付后 24 小时在统计期内届满的包裹中，24 小时内有首次揽收扫描（无扫描按交接）的占比。未揽收的算未达成；已取消和无货订单不计入。',
  },
  numerator: { en: 'parcels picked up within 24 hours', zh: '24 小时内揽收的包裹数' },
  denominator: { en: 'parcels whose 24 hours are over', zh: '24 小时已满的包裹数' },
  fact: parcels,
  clock: 'pickup24Due',
  needs: ['shipments.picked_up'],
  kind: 'ratio',
  part: { where: sql`j.picked_up_24h` },
  whole: { where: sql`j.picked_up_24h is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
