import { mentions } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';
import { sql } from '../sql.ts';

export const mentionReach = defineMetric({
  id: 'MENTION_REACH',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Reach of mentions', zh: '舆情触达人次' },
  description: {
    en: 'People who may have seen the public mentions of the period, added up: one who saw two counts twice. Mentions of unknown reach add nothing.',
    zh: '统计期内公开提及可能触达的人次之和，同一人看到两条计两次。触达数未知的提及计为 0。',
  },
  numerator: { en: 'people reached', zh: '触达人次' },
  fact: mentions,
  clock: 'mentioned',
  needs: ['mentions.reach'],
  kind: 'sum',
  amount: { value: sql`coalesce(j.reach, 0)` },
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
