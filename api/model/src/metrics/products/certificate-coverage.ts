import { certificateChanges } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const certificateCoverage = defineMetric({
  id: 'CERTIFICATE_COVERAGE',
  area: 'PRODUCTS',
  version: 1,
  since: '2026-01-01',
  owner: 'merchandise',
  title: { en: 'Merchants with valid certificates', zh: '商家资质有效率' },
  description: {
    en: 'Of the merchants admitted by the end of each bucket that need a certificate, the share holding a licence or quality certificate valid on that day. Expired ones count no more.',
    zh: '截至各时间段结束已入驻且须持证的商家中，当日持有有效经营许可或质量证书的占比。过期证书不再计入。',
  },
  numerator: { en: 'merchants with a valid certificate', zh: '持有有效资质的商家数' },
  denominator: { en: 'merchants that need one', zh: '须持证的商家数' },
  fact: certificateChanges,
  clock: 'changed',
  needs: ['merchants.certificate_required', 'certificates.of_merchants'],
  kind: 'stock',
  change: sql`j.change * (j.level = 'certified')::int`,
  whole: sql`j.change * (j.level = 'required')::int`,
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
