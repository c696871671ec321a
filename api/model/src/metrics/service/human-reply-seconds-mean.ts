import { replies } from '../facts.ts';
import { defineMetric, seconds } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { sql } from '../sql.ts';

export const humanReplySecondsMean = defineMetric({
  id: 'HUMAN_REPLY_SECONDS_MEAN',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Mean human response time', zh: '平均人工响应时长' },
  description: {
    en: 'Mean time customers waited for a human reply given in the period, over all replies of a contact and not only the first: from the first message not answered yet, or the hand-over to a human, to the reply. A second reply in a row was waited for by nobody and is left out.',
    zh: '统计期内每次人工回复前顾客的平均等候时长，含全部回复而非仅首次：自最早一条未获回复的消息（或转人工）起，至人工回复止。连续的第二条回复无人等候，不计入。',
  },
  numerator: { en: 'time waited for replies', zh: '等候回复的时长之和' },
  denominator: { en: 'replies by humans that were waited for', zh: '顾客等候的人工回复数' },
  fact: replies,
  clock: 'replied',
  kind: 'mean',
  amount: { value: sql`j.wait_seconds` },
  whole: 'every row',
  unit: seconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    quoted('Pinduoduo', '拼多多规则'),
    {
      en: 'Messages never answered have no time: see UNANSWERED_OVERDUE_SHARE.',
      zh: '从未获回复的消息没有时长：请一并查看“逾期未响应占比”。',
    },
  ],
});
