import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const firstContactResolutionRate = defineMetric({
  id: 'FIRST_CONTACT_RESOLUTION_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'First-contact resolution', zh: '首次解决率' },
  description: {
    en: 'Of the cases opened in the period that were solved and whose 7 days since are over, the share neither reopened nor followed by another case of the customer on the same matter (the same order, else the same topic) within them. One reopened and still open is a failure.',
    zh: '统计期内发起、已解决且解决后满 7 天的工单中，既未重开、顾客 7 天内也未就同一事项（同一订单，无订单则同一主题）再次进线的占比。重开后仍未解决的计为未达成。',
  },
  numerator: { en: 'solved at the first contact', zh: '首次即解决的工单数' },
  denominator: { en: 'cases solved, their 7 days over', zh: '已解决且满 7 天的工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.resolved_at'],
  kind: 'ratio',
  part: { where: sql`j.first_contact_resolved` },
  whole: { where: sql`j.first_contact_resolved is not null or (j.reopened and j.resolved_at is null)` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 14,
  notes: [
    common,
    {
      en: 'Not the one-touch share: a chat may need several replies. See ONE_TOUCH_RATE.',
      zh: '不等于一次回复解决占比：在线会话往往需要多次回复。',
    },
  ],
});
