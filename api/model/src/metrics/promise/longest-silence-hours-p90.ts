import { parcels } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const longestSilenceHoursP90 = defineMetric({
  id: 'LONGEST_SILENCE_HOURS_P90',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Longest silence, 90th percentile hours', zh: '最长无更新时长（九成分位）' },
  description: {
    en: 'Of the parcels picked up in the period, nine in ten had no time without a scan longer than this many hours. Of a parcel on its way, the silence that still lasts counts too. Parcels without a scan: see VALID_TRACKING_RATE.',
    zh: '统计期内揽收的包裹中，九成的最长无扫描间隔不超过这个小时数；在途包裹仍在持续的间隔也计入。没有扫描的包裹见有效追踪率。',
  },
  numerator: { en: 'hours between two scans', zh: '两次扫描间隔的小时数' },
  denominator: { en: 'parcels with a scan', zh: '有扫描的包裹数' },
  fact: parcels,
  clock: 'pickedUp',
  needs: ['tracking_events'],
  kind: 'percentile',
  at: 0.9,
  value: sql`j.longest_silence_seconds`,
  whole: sql`j.longest_silence_seconds is not null`,
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 3,
  notes: [common],
});
