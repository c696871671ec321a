import { parcels } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { sql } from '../sql.ts';

export const pickupHoursMean = defineMetric({
  id: 'PICKUP_HOURS_MEAN',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Time to pick-up, mean hours', zh: '平均揽收时长' },
  description: {
    en: 'Mean hours from payment to the first carrier scan (else the hand-over) of the parcels picked up in the period. Parcels not picked up have no time: see PICKUP_48H_RATE.',
    zh: '统计期内揽收的包裹，从支付到首次揽收扫描（无扫描按交接）的平均小时数。未揽收的包裹没有时长，见 48 小时揽收及时率。',
  },
  numerator: { en: 'hours from payment to the first scan', zh: '支付到首次揽收的小时数之和' },
  denominator: { en: 'parcels picked up', zh: '已揽收包裹数' },
  fact: parcels,
  clock: 'pickedUp',
  needs: ['shipments.picked_up'],
  kind: 'mean',
  amount: { value: sql`j.pickup_seconds` },
  whole: { where: sql`j.pickup_seconds is not null` },
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'The name is Douyin’s, read in a third party’s copy; the formula is the common one, not checked against it.',
      zh: '名称转引自第三方记载的抖音指标；公式为业内通用口径，未与原始文件核对。',
    },
  ],
});
