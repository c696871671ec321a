import type { MetricPart } from '../answer/types.ts';
import { allOf } from '../compile/filters.ts';
import type { CustomerTally } from '../compile/fact-customers.ts';
import type { Fact } from '../facts.ts';
import { clockOf, idOf } from '../facts/fact.ts';
import { raw, sql, type Sql } from '../sql.ts';

const customerOf = ({ customer, relation }: Fact): Sql => {
  if (!customer) throw new Error(`No customer stands behind ${relation}; checkCatalogue should have said so.`);
  return raw(`j.${customer.column}`);
};

/** Inside, `j` is a row of its own: the same conditions hold there. */
function firstOfEach({ fact, clock }: CustomerTally, conditions: readonly Sql[]): Sql {
  const [id, customer] = [idOf(fact), customerOf(fact)];
  return sql`select distinct on (${customer}) ${id} from ${raw(fact.relation)} j where ${allOf(conditions)} order by ${customer}, ${raw(`j.${clockOf(fact, clock).day}`)}, ${id}`;
}

/** One row a customer, so that the rows count up to the figure; all that bring the amount, where it is one. */
export function customersOnce(tally: CustomerTally, part: MetricPart, dated: readonly Sql[]): Sql[] {
  const { fact } = tally;
  const known = fact.customer?.known ? [fact.customer.known] : [];
  const id = idOf(fact);
  const whole = tally.kind === 'customers' ? tally.where : tally.whole;
  const inWhole = [...known, ...(whole === 'every row' ? [] : [sql`(${whole})`])];
  if (tally.kind === 'per_customer' && part === 'NUMERATOR') return [...inWhole, sql`(${tally.amount}) <> 0`];
  if (tally.kind !== 'customer_share' || part === 'DENOMINATOR')
    return [sql`${id} in (${firstOfEach(tally, [...dated, ...inWhole])})`];
  const inPart = [...dated, ...inWhole, sql`(${tally.part})`];
  if (part === 'NUMERATOR') return [sql`${id} in (${firstOfEach(tally, inPart)})`];
  const customer = customerOf(fact);
  const left = sql`${customer} not in (select ${customer} from ${raw(fact.relation)} j where ${allOf(inPart)})`;
  return [sql`${id} in (${firstOfEach(tally, [...dated, ...inWhole, left])})`];
}
