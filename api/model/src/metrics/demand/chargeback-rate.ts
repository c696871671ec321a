import { payments } from '../facts.ts';
import { defineMetric, per10k } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const chargebackRate = defineMetric({
  id: 'CHARGEBACK_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Chargeback rate', zh: '拒付率' },
  description: {
    en: 'Of the payments that succeeded in the period, those charged back since, for every 10,000. Dated by the payment.',
    zh: '统计期内成功的支付中，其后被拒付（撤单）的笔数，按每万笔计。按支付日归期。',
  },
  numerator: { en: 'payments charged back', zh: '被拒付的支付笔数' },
  denominator: { en: 'successful payments', zh: '成功支付笔数' },
  fact: payments,
  clock: 'attempted',
  needs: ['payments.charged_back_at'],
  kind: 'ratio',
  part: { where: sql`j.charged_back` },
  whole: { where: sql`j.succeeded` },
  unit: per10k,
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 90,
  notes: [common],
});
