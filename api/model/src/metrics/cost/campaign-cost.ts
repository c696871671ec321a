import { costs } from '../facts.ts';
import { defineMetric, money } from '../grammar.ts';
import { sql } from '../sql.ts';

export const campaignCost = defineMetric({
  id: 'CAMPAIGN_COST',
  area: 'COST',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Campaign cost', zh: '营销投放费用' },
  description: {
    en: 'What was spent on campaigns and advertising in the period, by the day it was spent. Cut it by origin.',
    zh: '统计期内用于营销投放与广告的费用，按支出日计。可按流量来源拆分。',
  },
  numerator: { en: 'campaign cost', zh: '投放费用' },
  fact: costs,
  clock: 'spent',
  needs: ['costs.campaign'],
  kind: 'sum',
  amount: { value: sql`case when j.kind = 'campaign' then j.amount_minor else 0 end` },
  unit: money,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
