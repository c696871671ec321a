import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { sql } from '../sql.ts';

export const platformHelpRate = defineMetric({
  id: 'PLATFORM_HELP_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Turned to the platform for help', zh: '平台求助率' },
  description: {
    en: 'Of the orders whose customer first turned to the shop in the period, the share that the customer took to the platform, by a case or by a return the platform stepped into. Orders, not cases: an order counts once.',
    zh: '顾客于统计期内首次求助商家的订单中，升级求助平台（投诉至平台或平台介入退款）的占比。按订单去重，一单只计一次。',
  },
  numerator: { en: 'orders taken to the platform', zh: '升级求助平台的订单数' },
  denominator: { en: 'orders whose customer turned to the shop', zh: '求助商家的订单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.at_platform'],
  kind: 'ratio',
  part: { where: sql`j.order_at_platform` },
  whole: { where: sql`j.first_of_order` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 30,
  notes: [quoted('Douyin', '抖音规则')],
});
