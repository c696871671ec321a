import { parcels } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { firstScan, ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const lossRatePer10k = defineMetric({
  id: 'LOSS_RATE_PER_10K',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Loss rate', zh: '丢失率' },
  description: {
    en: 'Of the parcels of the orders placed in the period, those scanned or declared as lost, for every 10,000.',
    zh: '统计期内下单订单的包裹中，扫描或登记为丢失的包裹数，按每万件计。',
  },
  numerator: { en: 'parcels lost', zh: '丢失的包裹数' },
  denominator: { en: 'parcels', zh: '包裹数' },
  fact: parcels,
  clock: 'order',
  needs: ['shipments.losses'],
  kind: 'ratio',
  part: { where: sql`j.lost` },
  whole: 'every row',
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 30,
  knownOn: { part: ofOrders(parcels, { where: sql`j.lost` }, firstScan('lost')) },
  notes: [
    quoted('a postal standard', '邮政行业标准'),
    {
      en: 'The standard’s limits are quoted by third parties only and are therefore not shown as a target.',
      zh: '标准限值仅见于第三方转引，故不作为目标展示。',
    },
  ],
});
