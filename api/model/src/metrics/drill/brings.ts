import type { MetricPart } from '../answer/types.ts';
import { allOf, passes } from '../compile/filters.ts';
import { carriedBy, columnOf } from '../facts/fact.ts';
import type { Counted } from '../grammar.ts';
import { thingsOf } from '../measures.ts';
import type { Filter } from '../planner/request.ts';
import { raw, sql, type Sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';

const one = raw('1');
const each = (counted: Counted): Sql => (counted !== 'every row' && 'each' in counted ? counted.each : one);

/** The amount of a row; of one that is cut by line, what belongs to the lines that pass. */
function amountOf(tally: Extract<Tally, { kind: 'sum' | 'mean' }>, filters: readonly Filter[]): Sql {
  const { amount, fact } = tally;
  const cut = filters.find(({ dimension }) => amount.within?.includes(dimension));
  const money = cut && carriedBy(fact, cut.dimension).money;
  if (!cut || !money) return amount.value;
  const own = filters.filter(({ dimension }) => dimension === cut.dimension);
  return sql`(select coalesce(sum(d.minor), 0) from unnest(${columnOf(fact, cut.dimension)}, ${raw(`j.${money}`)}) d(code, minor) where ${allOf(passes(sql`d.code`, own))})`;
}

/** What each row behind a part of a figure adds to it, in stored units: added up over the rows it is that part. */
export function broughtBy(tally: Tally, part: MetricPart, filters: readonly Filter[]): Sql {
  const above = part === 'NUMERATOR';
  if (tally.kind === 'count') return each(tally.count);
  if (tally.kind === 'sum') return above ? amountOf(tally, filters) : one;
  if (tally.kind === 'mean') return above ? amountOf(tally, filters) : each(tally.whole);
  if (tally.kind === 'per_customer') return above ? tally.amount : one;
  if (tally.kind === 'stock') return part === 'DENOMINATOR' && tally.whole ? tally.whole : tally.change;
  if (tally.kind === 'index' && above)
    return sql`case when ${tally.plus} then 1 when ${tally.minus} then -1 else 0 end`;
  if (tally.kind === 'ratio' || tally.kind === 'rate') {
    if (part === 'REMAINDER') return sql`(${thingsOf(tally.whole)}) - (${thingsOf(tally.part)})`;
    return each(above ? tally.part : tally.whole);
  }
  return one;
}

/** Is it an amount, told in the metric's unit? Else it is a number of things. */
export const bringsAmounts = (tally: Tally, part: MetricPart): boolean =>
  (part === 'NUMERATOR' && ['sum', 'mean', 'per_customer'].includes(tally.kind)) || tally.kind === 'stock';
