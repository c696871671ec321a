import { parcels } from '../facts.ts';
import { countPerRow, defineMetric } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const hubsPerParcel = defineMetric({
  id: 'HUBS_PER_PARCEL',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Hubs per parcel', zh: '平均中转站点数' },
  description: {
    en: 'Mean number of distinct stations that the parcels picked up in the period arrived at on their way. Parcels without a scan are left out.',
    zh: '统计期内揽收的包裹途经的不同站点的平均数。没有扫描的包裹不计入。',
  },
  numerator: { en: 'stations arrived at', zh: '途经站点数之和' },
  denominator: { en: 'parcels with a scan', zh: '有扫描的包裹数' },
  fact: parcels,
  clock: 'pickedUp',
  needs: ['tracking_events.station_code'],
  kind: 'mean',
  amount: { value: sql`j.hubs` },
  whole: { where: sql`j.scans > 0` },
  unit: countPerRow,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 7,
  notes: [common],
});
