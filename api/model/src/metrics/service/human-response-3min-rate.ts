import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { sql } from '../sql.ts';

export const humanResponse3minRate = defineMetric({
  id: 'HUMAN_RESPONSE_3MIN_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Answered by a human within 3 minutes', zh: '3 分钟人工响应率' },
  description: {
    en: 'Of the chats opened in the period that needed a human, the share answered by one within 3 minutes of asking: from the hand-over, or from the opening where no bot came first. Never answered is a failure; chats settled by the bot alone are left out.',
    zh: '统计期内发起且需要人工的在线会话中，3 分钟内得到人工回复的占比：自转人工起算，未经机器人的自发起算起。始终未回复计为未达成；仅由机器人完成的会话不计入。',
  },
  numerator: { en: 'chats answered by a human within 3 minutes', zh: '3 分钟内得到人工回复的会话数' },
  denominator: { en: 'chats that needed a human, their 3 minutes over', zh: '需要人工且已满 3 分钟的会话数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.first_response_at'],
  kind: 'ratio',
  part: { where: sql`j.responded_3min` },
  whole: { where: sql`j.channel = 'chat' and j.responded_3min is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 1,
  notes: [
    quoted('Pinduoduo', '拼多多规则'),
    { en: 'The label is the platform’s; the formula is the common one.', zh: '名称出自平台，计算方法为业内通用。' },
  ],
});
