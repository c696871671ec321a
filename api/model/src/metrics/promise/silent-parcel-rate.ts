import { parcels, today } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const silentParcelRate = defineMetric({
  id: 'SILENT_PARCEL_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Silent parcels (over 48 hours)', zh: '超48小时无更新包裹占比' },
  description: {
    en: 'Of the parcels picked up in the period and at least 48 hours under way by the last day loaded, the share once left without a scan for more than 48 hours. The silence that still lasts counts too.',
    zh: '统计期内揽收、且截至已载入的最后一日已满 48 小时的包裹中，曾超过 48 小时没有新扫描的占比，仍在持续的也计入。',
  },
  numerator: { en: 'parcels silent for more than 48 hours', zh: '曾超过 48 小时无更新的包裹数' },
  denominator: { en: 'parcels with a scan whose 48 hours are over', zh: '有扫描且已满 48 小时的包裹数' },
  fact: parcels,
  clock: 'pickedUp',
  needs: ['tracking_events'],
  kind: 'ratio',
  part: { where: sql`j.longest_silence_seconds > 172800` },
  whole: { where: sql`j.longest_silence_seconds is not null and j.picked_up_on + 2 <= ${today}` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 3,
  notes: [common],
});
