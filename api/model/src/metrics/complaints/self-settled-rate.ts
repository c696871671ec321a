import { cases, today } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const selfSettledRate = defineMetric({
  id: 'SELF_SETTLED_RATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Settled by the shop before the platform', zh: '商家自和解率' },
  description: {
    en: 'Of the complaints opened in the period and at least 15 days old, the share resolved without the platform or the regulator: neither brought there first nor escalated. Still open is a failure.',
    zh: '统计期内发起且已满 15 天的投诉中，未经平台或监管部门（既非由其转来、也未升级）而由商家解决的占比。仍未解决的计为未达成。',
  },
  numerator: { en: 'complaints the shop settled itself', zh: '商家自行和解的投诉数' },
  denominator: { en: 'complaints 15 days old', zh: '已满 15 天的投诉数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.resolved_at'],
  kind: 'ratio',
  part: { where: sql`j.resolved_at is not null and not j.escalated and j.channel not in ('platform', 'regulator')` },
  whole: { where: sql`j.complaint and j.opened_on + 15 <= ${today}` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 16,
  notes: [
    {
      en: 'Built like the rate of WeChat’s documentation (15-day window), which publishes grades, not values.',
      zh: '构成同微信官方文档的“商家自和解率”（15 天口径）；微信只公布等级，不公布数值。',
    },
  ],
});
