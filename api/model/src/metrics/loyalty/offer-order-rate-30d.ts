import { messages } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const offerOrderRate30d = defineMetric({
  id: 'OFFER_ORDER_RATE_30D',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Orders within 30 days of an offer', zh: '优惠后30天下单率' },
  description: {
    en: 'Of the offers of experiments sent or held out in the period whose 30 days are over, the share whose customer placed a valid order within them. By EXPERIMENT_ARM, the difference between the arms is what the offer brought.',
    zh: '统计期内实验中发送或留置的优惠（30 天已满）中，顾客 30 天内有效下单的占比。按实验分组拆分，两组之差即优惠带来的提升。',
  },
  numerator: { en: 'offers followed by a valid order', zh: '30 天内下单的优惠数' },
  denominator: { en: 'offers of experiments whose 30 days are over', zh: '30 天已满的实验优惠数' },
  fact: messages,
  clock: 'sent',
  needs: ['messages.arm', 'orders'],
  kind: 'ratio',
  part: { where: sql`j.ordered_30d` },
  whole: { where: sql`j.arm is not null and j.ordered_30d is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 30,
  notes: [common],
});
