import { pages } from '../facts.ts';
import { defineMetric, secondsOfMs } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const pageLoadMsP75 = defineMetric({
  id: 'PAGE_LOAD_MS_P75',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'platform',
  title: { en: 'Page load, 75th percentile', zh: '页面加载时长（P75）' },
  description: {
    en: 'Three in four of the measured pages of the period loaded within this many seconds.',
    zh: '统计期内已测的页面加载中，四分之三在这个秒数内完成。',
  },
  numerator: { en: 'seconds to load', zh: '加载秒数' },
  denominator: { en: 'pages measured', zh: '已测页面数' },
  fact: pages,
  clock: 'loaded',
  needs: ['touchpoints.load_ms'],
  kind: 'percentile',
  at: 0.75,
  value: sql`j.load_ms`,
  whole: sql`j.load_ms is not null`,
  unit: secondsOfMs,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
