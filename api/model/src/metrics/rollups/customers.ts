import { orders } from '../facts.ts';
import { raw, sql, type Sql } from '../sql.ts';
import type { Rollup, RollupColumn } from './rollup.ts';

export const shop: RollupColumn = { name: 'shop', type: 'text collate "C"' };
export const chain: RollupColumn = { name: 'chain', type: 'text collate "C"' };
export const date = (name: string): RollupColumn => ({ name, type: 'date' });

/** No earlier link: before every day, so that comparisons need no null. */
const NEVER = raw(`'-infinity'::date`);
/** Days until a customer comes back who never did. */
export const NOT_BACK = '2147483647';

/**
 * Links of the customers' chains by (day, day of the link before). Distinct customers of [a, b] are the links in it
 * whose link before lies before a: exact for any period, and far fewer rows than orders.
 */
export const orderPairs: Rollup = {
  table: 'mart.order_pairs',
  fact: orders,
  key: [chain, shop, date('day'), date('prev_day')],
  measures: [{ name: 'links', type: 'bigint' }],
  contribution: (
    rows: Sql,
  ) => sql`select 'order' as chain, j.shop, j.ordered_on as day, coalesce(j.prev_on, ${NEVER}) as prev_day, count(*) as links
from ${rows} j where j.identified group by j.shop, j.ordered_on, coalesce(j.prev_on, ${NEVER})
union all
select 'valid_day' as chain, j.shop, j.ordered_on as day, coalesce(j.valid_prev_on, ${NEVER}) as prev_day, count(*) as links
from ${rows} j where j.identified and j.valid_first_of_day group by j.shop, j.ordered_on, coalesce(j.valid_prev_on, ${NEVER})`,
};

/** Links that have a link before, by the days of both: the second of [a, b] has its link before in [a, b] and the one before that before a. */
export const orderTriples: Rollup = {
  table: 'mart.order_triples',
  fact: orders,
  key: [chain, shop, date('day'), date('prev_day'), date('prev2_day')],
  measures: [{ name: 'links', type: 'bigint' }],
  contribution: (
    rows: Sql,
  ) => sql`select 'order' as chain, j.shop, j.ordered_on as day, j.prev_on as prev_day, coalesce(j.prev2_on, ${NEVER}) as prev2_day, count(*) as links
from ${rows} j where j.identified and j.prev_on is not null group by j.shop, j.ordered_on, j.prev_on, coalesce(j.prev2_on, ${NEVER})
union all
select 'valid_day' as chain, j.shop, j.ordered_on as day, j.valid_prev_on as prev_day, coalesce(j.valid_prev2_on, ${NEVER}) as prev2_day, count(*) as links
from ${rows} j where j.identified and j.valid_first_of_day and j.valid_prev_on is not null
group by j.shop, j.ordered_on, j.valid_prev_on, coalesce(j.valid_prev2_on, ${NEVER})`,
};

/** Customers by first valid order day and days until their next one; those who never came back have the largest integer. */
export const repurchaseGaps: Rollup = {
  table: 'mart.repurchase_gaps',
  fact: orders,
  key: [shop, date('first_day'), { name: 'gap_days', type: 'integer' }],
  measures: [{ name: 'customers', type: 'bigint' }],
  contribution: (
    rows: Sql,
  ) => sql`select j.shop, j.ordered_on as first_day, coalesce(j.valid_next_on - j.ordered_on, ${raw(NOT_BACK)}) as gap_days, count(*) as customers
from ${rows} j where ${orders.clocks.firstOrder.eligible} group by j.shop, j.ordered_on, coalesce(j.valid_next_on - j.ordered_on, ${raw(NOT_BACK)})`,
};
