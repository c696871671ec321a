import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const firstAttemptOnTimeRate = defineMetric({
  id: 'FIRST_ATTEMPT_ON_TIME_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'First attempt on time', zh: '首投准时率' },
  description: {
    en: 'Of the parcels first brought to the door in the period and sold with a promise, the share whose first attempt came by the promised moment, whether or not it succeeded.',
    zh: '统计期内首次投递且有承诺时间的包裹中，首次投递（不论是否成功）不晚于承诺时间的占比。',
  },
  numerator: { en: 'parcels first attempted by the promised moment', zh: '首次投递不晚于承诺时间的包裹数' },
  denominator: { en: 'parcels attempted that have a promise', zh: '已投递且有承诺的包裹数' },
  fact: parcels,
  clock: 'attempted',
  needs: ['shipments.promises', 'tracking_events.attempts'],
  kind: 'ratio',
  part: { where: sql`j.attempt_on_time` },
  whole: { where: sql`j.attempt_on_time is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    official('AfterShip', 'AfterShip '),
    {
      en: 'Parcels never brought to the door are not in it: see PARCEL_ON_TIME_RATE. How many have a promise: PROMISE_COVERAGE.',
      zh: '从未投递的包裹不在其中，见包裹应达准时率；有承诺的占比见承诺覆盖率。',
    },
  ],
});
