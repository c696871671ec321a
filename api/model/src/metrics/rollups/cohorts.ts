import { orders } from '../facts.ts';
import { DEEPEST } from '../grammar.ts';
import { raw, sql, type Sql } from '../sql.ts';
import type { Rollup, RollupColumn } from './rollup.ts';

const key = (third: string): RollupColumn[] => [
  { name: 'shop', type: 'text collate "C"' },
  { name: 'first_day', type: 'date' },
  { name: third, type: 'integer' },
];

/** Calendar months from that of one day to that of another. */
export const monthsBetween = (first: Sql, last: Sql): Sql =>
  sql`((extract(year from ${last}) - extract(year from ${first})) * 12 + extract(month from ${last}) - extract(month from ${first}))::int`;

/** Customers by first valid order day and the calendar months in which they bought, counted from the first: each once a month. */
export const customerCohorts: Rollup = {
  table: 'mart.customer_cohorts',
  fact: orders,
  key: key('months'),
  measures: [{ name: 'customers', type: 'bigint' }],
  contribution: (
    rows: Sql,
  ) => sql`select d.shop, d.first_day, ${monthsBetween(sql`d.first_day`, sql`d.ordered_on`)} as months, count(*) as customers
from (
select j.shop, j.ordered_on, j.valid_prev_on, min(j.ordered_on) over (partition by j.customer_id) as first_day
from ${rows} j where j.identified and j.valid_first_of_day
) d
where d.valid_prev_on is null or ${monthsBetween(sql`d.valid_prev_on`, sql`d.ordered_on`)} > 0
group by 1, 2, 3`,
};

/** Customers by first valid order day and how many valid orders they have. */
export const orderDepths: Rollup = {
  table: 'mart.order_depths',
  fact: orders,
  key: key('orders'),
  measures: [{ name: 'customers', type: 'bigint' }],
  contribution: (
    rows: Sql,
  ) => sql`select c.shop, c.first_day, least(c.orders, ${raw(String(DEEPEST))})::int as orders, count(*) as customers
from (
select j.shop, j.customer_id, min(j.ordered_on) as first_day, count(*) as orders from ${rows} j where j.identified and j.valid group by 1, 2
) c group by 1, 2, 3`,
};

/** The relation that holds a kind of cohort. */
export const cohortRollup = (kind: 'retention' | 'depth'): Rollup =>
  kind === 'retention' ? customerCohorts : orderDepths;
