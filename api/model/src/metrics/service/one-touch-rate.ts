import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const oneTouchRate = defineMetric({
  id: 'ONE_TOUCH_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'One-touch share', zh: '一次回复解决占比' },
  description: {
    en: 'Of the cases opened in the period that were solved, the share solved with at most one human reply and never reopened. Fit for mail and forms; a chat needs several replies.',
    zh: '统计期内发起且已解决的工单中，人工回复不超过一次且从未重开的占比。适用于邮件、留言；在线会话通常需多次回复。',
  },
  numerator: { en: 'solved with at most one reply', zh: '一次回复以内解决的工单数' },
  denominator: { en: 'cases solved at least once', zh: '至少解决过一次的工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.resolved_at', 'service_cases.replies'],
  kind: 'ratio',
  part: { where: sql`j.one_touch` },
  whole: { where: sql`j.one_touch is not null or j.reopened` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 14,
  notes: [common],
});
