import { pointsOwed } from '../facts.ts';
import { defineMetric, money } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const pointsLiability = defineMetric({
  id: 'POINTS_LIABILITY',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Points liability', zh: '积分负债' },
  description: {
    en: 'What the shop owes its members for points they have not used at the end of each bucket: points in hand × what a point is worth. It is a level: months do not add up to a year.',
    zh: '各时间段结束时店铺因会员未使用的积分而承担的金额：积分余额 × 单位积分的价值。此为存量：各月之和不等于全年。',
  },
  numerator: { en: 'points in hand at the end × worth of a point', zh: '期末积分余额 × 单位积分的价值' },
  notes: [
    {
      en: 'All points are taken at the worth the shop declares now (pointWorth of its source), those of earlier days too. Nothing is taken off for points that will never be used.',
      zh: '所有积分均按店铺目前声明的单位价值（数据源的 pointWorth）折算，以往日期亦然；不扣除预计永远不会使用的积分。',
    },
    common,
  ],
  fact: pointsOwed,
  clock: 'changed',
  needs: ['loyalty_events.points', 'shops.point_worth'],
  kind: 'stock',
  change: sql`j.change_minor`,
  things: sql`j.points`,
  unit: money,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
