import { parcels } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { firstScan, ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const damageRate = defineMetric({
  id: 'DAMAGE_RATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Damage rate', zh: '损毁率' },
  description: {
    en: 'Of the parcels of the orders placed in the period, those scanned as damaged, for every 10,000.',
    zh: '统计期内下单订单的包裹中，扫描为破损的包裹数，按每万件计。',
  },
  numerator: { en: 'parcels scanned as damaged', zh: '扫描为破损的包裹数' },
  denominator: { en: 'parcels', zh: '包裹数' },
  fact: parcels,
  clock: 'order',
  needs: ['tracking_events'],
  kind: 'ratio',
  part: { where: sql`j.damaged` },
  whole: 'every row',
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 30,
  knownOn: { part: ofOrders(parcels, { where: sql`j.damaged` }, firstScan('damaged')) },
  notes: [
    quoted('a postal standard', '邮政行业标准'),
    {
      en: 'The standard’s limits are quoted by third parties only and are therefore not shown as a target.',
      zh: '标准限值仅见于第三方转引，故不作为目标展示。',
    },
  ],
});
