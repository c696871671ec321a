import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const delayNotifiedFirstRate = defineMetric({
  id: 'DELAY_NOTIFIED_FIRST_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Told of the delay first', zh: '延误先行告知率' },
  description: {
    en: 'Of the orders due in the period that came late or have not come, the share whose customer was sent a notice of the delay before asking about the order. Canceled and unavailable orders are left out.',
    zh: '应在统计期内送达但晚到或未到的订单中，在顾客询问之前已主动发出延误通知的占比。已取消和无货订单不计入。',
  },
  numerator: { en: 'late orders notified before the customer asked', zh: '顾客询问前已告知的延误订单数' },
  denominator: { en: 'late orders', zh: '延误订单数' },
  fact: orders,
  clock: 'due',
  needs: ['orders.promised_on', 'shipments.delivered_at', 'messages.delay_notice', 'service_cases'],
  kind: 'ratio',
  part: { where: sql`j.delay_notified_first` },
  whole: { where: sql`j.delay_notified_first is not null` },
  rolledUp: 'apart',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
