import { sanctions } from '../facts.ts';
import { defineMetric, wholeDays } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const sanctionDaysP50 = defineMetric({
  id: 'SANCTION_DAYS_P50',
  area: 'PRODUCTS',
  version: 1,
  since: '2026-01-01',
  owner: 'merchandise',
  title: { en: 'Violation to sanction, median days', zh: '违规处罚时长（中位数）' },
  description: {
    en: 'Half of the violations sanctioned in the period were sanctioned within this many days. Violations not sanctioned yet have no days: see SANCTIONED_30D_RATE.',
    zh: '统计期内已处罚的违规中，有一半在违规后这个天数内处罚。尚未处罚的没有时长，见 30 天处罚率。',
  },
  numerator: { en: 'days from violation to sanction', zh: '违规到处罚的天数' },
  denominator: { en: 'violations sanctioned', zh: '已处罚的违规数' },
  fact: sanctions,
  clock: 'sanctioned',
  needs: ['sanctions.sanctioned_on'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.days_to_sanction`,
  whole: sql`j.days_to_sanction is not null`,
  unit: wholeDays,
  better: 'lower',
  minSample: 10,
  maturesAfterDays: 0,
  notes: [common],
});
