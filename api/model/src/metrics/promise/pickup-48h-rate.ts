import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const pickup48hRate = defineMetric({
  id: 'PICKUP_48H_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Picked up within 48 hours', zh: '48小时揽收及时率' },
  description: {
    en: 'Of the parcels whose 48 hours after payment ended in the period, the share with a first carrier scan (else the hand-over) within them. Parcels not picked up count as failed; canceled and unavailable orders are left out. Without a time of payment, the approval counts, else the order.',
    zh: '支付后 48 小时在统计期内届满的包裹中，48 小时内有首次揽收扫描（无扫描按交接）的占比。未揽收的算未达成；已取消和无货订单不计入。无支付时间的自审核起算，再无则自下单起算。',
  },
  numerator: { en: 'parcels picked up within 48 hours', zh: '48 小时内揽收的包裹数' },
  denominator: { en: 'parcels whose 48 hours are over', zh: '48 小时已满的包裹数' },
  fact: parcels,
  clock: 'pickupDue',
  needs: ['shipments.picked_up'],
  kind: 'ratio',
  part: { where: sql`j.picked_up_48h` },
  whole: { where: sql`j.picked_up_48h is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'The name is Douyin’s, read in a third party’s copy; the formula is the common one, not checked against it.',
      zh: '名称转引自第三方记载的抖音指标；公式为业内通用口径，未与原始文件核对。',
    },
  ],
});
