import { sanctions, today } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const sanctioned30dRate = defineMetric({
  id: 'SANCTIONED_30D_RATE',
  area: 'PRODUCTS',
  version: 1,
  since: '2026-01-01',
  owner: 'merchandise',
  title: { en: 'Sanctioned within 30 days', zh: '30天处罚率' },
  description: {
    en: 'Of the violations of the period whose 30 days are over, the share sanctioned within them. Violations without a sanction count as failed.',
    zh: '统计期内发生、且 30 天已满的违规中，30 天内作出处罚的占比。未处罚的算未达成。',
  },
  numerator: { en: 'violations sanctioned within 30 days', zh: '30 天内处罚的违规数' },
  denominator: { en: 'violations whose 30 days are over', zh: '30 天已满的违规数' },
  fact: sanctions,
  clock: 'violated',
  needs: ['sanctions.sanctioned_on'],
  kind: 'ratio',
  part: { where: sql`j.days_to_sanction <= 30` },
  whole: { where: sql`j.violated_on + 30 <= ${today}` },
  unit: percent(1),
  better: 'higher',
  minSample: 10,
  maturesAfterDays: 30,
  notes: [common],
});
