import { consentChanges } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const consentRate = defineMetric({
  id: 'CONSENT_RATE',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Consent rate', zh: '授权同意率' },
  description: {
    en: 'Of the decisions customers have taken up to the end of each bucket, one for each customer and purpose, the share whose latest is a yes. Ask by CONSENT_PURPOSE for one purpose.',
    zh: '截至各时间段结束顾客已作出的授权决定（每位顾客每种用途计一项）中，最近一次为同意的占比。可按授权用途拆分。',
  },
  numerator: { en: 'consents that stand', zh: '有效同意数' },
  denominator: { en: 'decisions taken', zh: '已作出的决定数' },
  fact: consentChanges,
  clock: 'changed',
  kind: 'stock',
  change: sql`j.granted`,
  whole: sql`j.decided`,
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
