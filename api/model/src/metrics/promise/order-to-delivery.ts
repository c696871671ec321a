import { parcels } from '../facts.ts';
import { daysOfSeconds, defineMetric } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const orderToDelivery = defineMetric({
  id: 'ORDER_TO_DELIVERY',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Order to delivery, mean days', zh: '下单到送达时长（平均）' },
  description: {
    en: 'Mean calendar days from order to delivery of the parcels delivered in the period: processing (order to hand-over) + pick-up (to the first scan) + transit (to delivery). Only parcels where all three are known.',
    zh: '统计期内签收的包裹从下单到送达的平均自然日数：处理（下单到交接）＋揽收（到首次扫描）＋运输（到签收）。仅计三段都已知的包裹。',
  },
  numerator: { en: 'days from order to delivery', zh: '下单到送达的天数之和' },
  denominator: { en: 'parcels delivered with all three stages known', zh: '三段时长都已知的签收包裹数' },
  fact: parcels,
  clock: 'delivered',
  needs: ['shipments.delivered_at', 'tracking_events'],
  kind: 'mean',
  amount: { value: sql`j.ordered_to_delivered_seconds` },
  whole: {
    where: sql`j.ordered_to_delivered_seconds is not null and j.handed_over_at is not null and j.first_scan_at is not null`,
  },
  unit: daysOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [official('AfterShip', 'AfterShip ')],
});
