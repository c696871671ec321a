import { parcels } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { firstScan, ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const delayRatePer10k = defineMetric({
  id: 'DELAY_RATE_PER_10K',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Delay rate by scan', zh: '延误率（按扫描）' },
  description: {
    en: 'Of the parcels of the orders placed in the period, those the carrier scanned as delayed, for every 10,000. It is the carrier’s word; the promise is judged by PROMISE_KEPT_RATE.',
    zh: '统计期内下单订单的包裹中，承运商扫描为延误的包裹数，按每万件计。以承运商自报为准；是否守约见“应达达成率”。',
  },
  numerator: { en: 'parcels scanned as delayed', zh: '扫描为延误的包裹数' },
  denominator: { en: 'parcels', zh: '包裹数' },
  fact: parcels,
  clock: 'order',
  needs: ['tracking_events'],
  kind: 'ratio',
  part: { where: sql`j.delayed` },
  whole: 'every row',
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 30,
  knownOn: { part: ofOrders(parcels, { where: sql`j.delayed` }, firstScan('delayed')) },
  notes: [
    quoted('a postal standard', '邮政行业标准'),
    {
      en: 'The standard’s limits are quoted by third parties only and are therefore not shown as a target.',
      zh: '标准限值仅见于第三方转引，故不作为目标展示。',
    },
  ],
});
