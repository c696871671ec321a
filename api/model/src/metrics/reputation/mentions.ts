import { mentions } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';

export const mentionsMade = defineMetric({
  id: 'MENTIONS',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Public mentions', zh: '公开提及数' },
  description: {
    en: 'Public mentions of the shop in the period: social platforms, forums, press.',
    zh: '统计期内在社交平台、论坛和新闻媒体上被公开提及的次数。',
  },
  numerator: { en: 'mentions', zh: '提及数' },
  fact: mentions,
  clock: 'mentioned',
  kind: 'count',
  count: 'every row',
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
