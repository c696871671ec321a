import { assessments } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';
import { sql } from '../sql.ts';

export const trainings = defineMetric({
  id: 'TRAININGS',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Trainings attended', zh: '培训人次' },
  description: {
    en: 'Trainings attended by agents in the period; an agent in two trainings counts twice.',
    zh: '统计期内客服参加培训的人次，同一客服参加两次计两次。',
  },
  numerator: { en: 'trainings attended', zh: '培训人次' },
  fact: assessments,
  clock: 'happened',
  needs: ['assessments.training'],
  kind: 'count',
  count: { where: sql`j.kind = 'training'` },
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
