import { merchants } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';
import { sql } from '../sql.ts';

export const merchantsAdmitted = defineMetric({
  id: 'MERCHANTS',
  area: 'PRODUCTS',
  version: 1,
  since: '2026-01-01',
  owner: 'merchandise',
  title: { en: 'Merchants', zh: '商家数' },
  description: {
    en: 'Merchants admitted up to the end of each bucket. It is a level: months do not add up. Merchants without a day of admission are not counted.',
    zh: '截至各时间段结束已入驻的商家数。此为存量，各月不可相加；入驻日未知的商家不计入。',
  },
  numerator: { en: 'merchants admitted so far', zh: '累计入驻商家数' },
  fact: merchants,
  clock: 'admitted',
  needs: ['merchants.admitted_on'],
  kind: 'stock',
  change: sql`1`,
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
