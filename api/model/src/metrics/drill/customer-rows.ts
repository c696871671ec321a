import type { MetricPart, Period } from '../answer/types.ts';
import { allOf, conditionsOn } from '../compile/filters.ts';
import { orders } from '../facts.ts';
import type { Chain } from '../grammar.ts';
import type { Filter } from '../planner/request.ts';
import { sql, type Sql } from '../sql.ts';

/** Which order stands for a customer: the first counted one, the second, or the first of those who have no second. */
export type Standing = 'first' | 'second' | 'only';
export const standingOf = (part: MetricPart): Standing =>
  part === 'NUMERATOR' ? 'second' : part === 'REMAINDER' ? 'only' : 'first';

/** The journey's links tell it where no filter cuts them. */
function byLinks(chain: Chain, standing: Standing, { from, to }: Period): Sql[] {
  const [prev, prev2, next] =
    chain === 'order'
      ? [sql`j.prev_on`, sql`j.prev2_on`, sql`j.next_on`]
      : [sql`j.valid_prev_on`, sql`j.valid_prev2_on`, sql`j.valid_next_on`];
  const link = chain === 'order' ? [sql`j.identified`] : [sql`j.identified`, sql`j.valid_first_of_day`];
  const outside = (day: Sql) => sql`(${day} is null or ${day} < ${from}::date)`;
  if (standing === 'second') return [...link, sql`${prev} >= ${from}::date`, outside(prev2)];
  if (standing === 'first') return [...link, outside(prev)];
  return [...link, outside(prev), sql`(${next} is null or ${next} > ${to}::date)`];
}

/** Else the customer's other orders that the same question counts are looked up. */
function byLookUp(chain: Chain, standing: Standing, period: Period, filters: readonly Filter[]): Sql[] {
  const valid = chain === 'valid_day';
  const others = (...more: Sql[]): Sql =>
    sql`from journey.order_journey e where ${allOf([
      sql`e.customer_id = j.customer_id`,
      sql`e.ordered_on between ${period.from}::date and ${period.to}::date`,
      ...conditionsOn(orders, filters, 'e'),
      ...(valid ? [sql`e.valid`] : []),
      ...more,
    ])}`;
  const earlier = sql`(e.ordered_at, e.order_id) < (j.ordered_at, j.order_id)`;
  const none = (...more: Sql[]): Sql => sql`not exists (select 1 ${others(...more)})`;
  const counted = valid ? [sql`j.identified`, sql`j.valid`] : [sql`j.identified`];
  if (standing === 'first') return [...counted, none(earlier)];
  if (standing === 'only') {
    const later = valid
      ? sql`e.ordered_on > j.ordered_on`
      : sql`(e.ordered_at, e.order_id) > (j.ordered_at, j.order_id)`;
    return [...counted, none(earlier), none(later)];
  }
  if (!valid) return [...counted, sql`(select count(*) ${others(earlier)}) = 1`];
  const firstOfDay = none(earlier, sql`e.ordered_on = j.ordered_on`);
  return [...counted, firstOfDay, sql`(select count(distinct e.ordered_on) ${others(earlier)}) = 1`];
}

/** One order a customer, so that the rows count up to the figure. */
export const customerRows = (chain: Chain, standing: Standing, period: Period, filters: readonly Filter[]): Sql[] =>
  filters.every((filter) => filter.dimension === 'SHOP')
    ? byLinks(chain, standing, period)
    : byLookUp(chain, standing, period, filters);
