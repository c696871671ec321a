import { cases } from '../facts.ts';
import { defineMetric, seconds } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const handoverWaitSecondsP50 = defineMetric({
  id: 'HANDOVER_WAIT_SECONDS_P50',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Wait after the hand-over, median seconds', zh: '转人工等待时长（中位数）' },
  description: {
    en: 'Half of the customers handed over in cases opened in the period waited no longer than this until a human joined.',
    zh: '统计期内发起并转人工的工单中，有一半从转人工到人工接入的等待不超过这个秒数。',
  },
  numerator: { en: 'seconds from hand-over to human', zh: '转人工到人工接入的秒数' },
  denominator: { en: 'hand-overs a human came to', zh: '已有人工接入的转人工工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.handed_over_at', 'service_cases.human_joined_at'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.hand_over_wait_seconds`,
  whole: sql`j.hand_over_wait_seconds is not null`,
  unit: seconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 1,
  notes: [
    common,
    {
      en: 'Hand-overs nobody came to have no time: see HANDOVER_ANSWERED_RATE.',
      zh: '无人接入的没有等待时长：请一并查看“转人工接入率”。',
    },
  ],
});
