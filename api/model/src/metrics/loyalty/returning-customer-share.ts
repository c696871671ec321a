import { buyingDays } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const returningCustomerShare = defineMetric({
  id: 'RETURNING_CUSTOMER_SHARE',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Returning customers', zh: '老客占比' },
  description: {
    en: 'Of the known customers with a valid order in the period, the share with one that followed an earlier valid order day of theirs. Not the repurchase rate: it depends on how many new customers come.',
    zh: '统计期内有有效订单的已知顾客中，其订单之前另有有效下单日的占比。不同于复购率：会随新客多少而变。',
  },
  numerator: { en: 'customers who had bought before', zh: '此前买过的顾客数' },
  denominator: { en: 'customers with a valid order', zh: '有有效订单的顾客数' },
  fact: buyingDays,
  clock: 'order',
  needs: ['orders.customers'],
  kind: 'customer_share',
  part: sql`j.returning`,
  whole: 'every row',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'The name is a platform’s, read in a third party’s copy; the formula is the common one, not checked against it.',
      zh: '名称转引自第三方记载的平台指标；公式为业内通用口径，未与原始文件核对。',
    },
  ],
});
