import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { sql } from '../sql.ts';

export const imDissatisfactionRate = defineMetric({
  id: 'IM_DISSATISFACTION_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Chat dissatisfaction rate', zh: '飞鸽会话不满意率' },
  description: {
    en: 'Of the chats with a human rated in the period, the share rated 1 to 3 of 5, by the day of the rating.',
    zh: '统计期内收到评价的人工在线会话中，评 1–3 星（不满意）的占比，按评价日计。',
  },
  numerator: { en: 'chats rated 1 to 3', zh: '评 1–3 星的会话数' },
  denominator: { en: 'chats with a human that were rated', zh: '有人工客服评价的会话数' },
  fact: cases,
  clock: 'rated',
  needs: ['service_cases.csat'],
  kind: 'ratio',
  part: { where: sql`j.csat <= 3` },
  whole: { where: sql`j.csat is not null and j.channel = 'chat' and j.handled_by is distinct from 'bot'` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [quoted('Douyin', '抖音规则')],
});
