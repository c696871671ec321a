import { parcels } from '../facts.ts';
import { defineMetric, minutesOfSeconds } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const scanLagMinutesMean = defineMetric({
  id: 'SCAN_LAG_MINUTES_MEAN',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Delay of tracking, mean minutes', zh: '物流信息延迟（平均）' },
  description: {
    en: 'How long after a scan happened customers could see it: the mean over the parcels picked up in the period of each parcel’s own average. Scans without both times are left out.',
    zh: '扫描发生后多久顾客才能看到：先求每个包裹各次扫描的平均延迟，再对统计期内揽收的包裹取平均。缺少任一时间的扫描不计入。',
  },
  numerator: { en: 'minutes from scan to visible, averaged by parcel', zh: '每个包裹的平均延迟分钟数之和' },
  denominator: { en: 'parcels with such scans', zh: '有此类扫描的包裹数' },
  fact: parcels,
  clock: 'pickedUp',
  needs: ['tracking_events.recorded_at'],
  kind: 'mean',
  // To the nearest second: whole numbers divided would always be cut off.
  amount: { value: sql`(2 * j.scan_lag_seconds + j.scan_lag_scans) / (2 * j.scan_lag_scans)` },
  whole: { where: sql`j.scan_lag_scans > 0` },
  unit: minutesOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 3,
  notes: [common],
});
