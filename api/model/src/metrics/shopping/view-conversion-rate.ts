import { productViews } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const viewConversionRate = defineMetric({
  id: 'VIEW_CONVERSION_RATE',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Product seen to bought', zh: '商品浏览转化率' },
  description: {
    en: 'Of the products seen in visits of the period, each once a visit, the share bought in the same visit. By DISPLAYED_RATING it shows what the rating on the page does.',
    zh: '统计期内访问中浏览的商品（每次访问每件商品计一次）里，同一次访问内购买的占比。可按展示评分拆分，观察评分的影响。',
  },
  numerator: { en: 'products seen and bought', zh: '浏览后购买的商品次数' },
  denominator: { en: 'products seen', zh: '浏览的商品次数' },
  fact: productViews,
  clock: 'viewed',
  needs: ['touchpoints.product_view', 'touchpoints.paid'],
  kind: 'ratio',
  part: { where: sql`j.bought` },
  whole: 'every row',
  unit: percent(2),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'A visitor who checked out as a guest is not seen to have bought: the guest’s order is another customer’s.',
      zh: '以游客身份结账的访客不计入购买：游客订单另记为一位顾客。',
    },
    common,
  ],
});
