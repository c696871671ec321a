import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const parcelOnTimeRate = defineMetric({
  id: 'PARCEL_ON_TIME_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Parcels on time', zh: '包裹应达准时率' },
  description: {
    en: 'Of the parcels due in the period, the share delivered by the promised moment, or where only a day was promised by that day. Parcels that are overdue, lost or returned are failures; parcels of canceled or unavailable orders and parcels without a promise are left out.',
    zh: '应在统计期内送达的包裹中，在承诺时间（只承诺日期的按日期）前签收的占比。逾期未签收、丢失和退回的均算失约；已取消或无货订单的包裹、没有承诺的包裹不计入。',
  },
  numerator: { en: 'parcels delivered by the promised moment', zh: '按承诺时间签收的包裹数' },
  denominator: { en: 'parcels due in the period', zh: '期内应达包裹数' },
  fact: parcels,
  clock: 'due',
  needs: ['shipments.promises', 'shipments.delivered_at'],
  kind: 'ratio',
  part: { where: sql`j.on_time` },
  whole: { where: sql`j.on_time is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'Promises with cut-off times, such as 211, are held to the minute: cut it by PROMISE_RULE.',
      zh: '“211”等按截单时间承诺的包裹精确到分钟，可按承诺规则拆分。',
    },
  ],
});
