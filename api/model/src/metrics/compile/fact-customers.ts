import type { Fact } from '../facts.ts';
import { eligible } from '../feeds/needs.ts';
import { squareOf } from '../measures.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import type { Question } from '../planner/request.ts';
import type { Tally } from '../tallies.ts';
import { rowsIn } from './fact-rows.ts';
import { packed, type Numbers, type Reading } from './reading.ts';
import { scannedFact } from './scanned.ts';

export type CustomerTally = Extract<Tally, { kind: 'customers' | 'customer_share' | 'per_customer' }>;

/** What one customer of a bucket and slice comes to, and what all of them do. */
interface Column {
  ofCustomer: Sql;
  numbers: Numbers;
}

/** Has the customer a row that holds, among those that count at all? */
function any(condition: Sql | 'every row', among: Sql | null): Sql {
  if (condition === 'every row') return among ? sql`bool_or(${among})` : sql`true`;
  return sql`coalesce(bool_or(${among ? sql`${among} and (${condition})` : condition}), false)`;
}
const named = (kind: string, index: number): Sql => raw(`${kind}${index}`);

function columnsOf(question: Question, tally: CustomerTally, index: number): Column {
  const among = eligible(question, tally);
  const [inWhole, inPart, amount] = ['whole', 'part', 'amount'].map((name) => named(name, index)) as [Sql, Sql, Sql];
  const counted = sql`count(*) filter (where c.${inWhole})`;
  switch (tally.kind) {
    case 'customers':
      return { ofCustomer: sql`${any(tally.where, among)} as ${inWhole}`, numbers: [counted, null] };
    case 'customer_share': {
      const part = tally.whole === 'every row' ? tally.part : sql`(${tally.whole}) and (${tally.part})`;
      return {
        ofCustomer: sql`${any(tally.whole, among)} as ${inWhole}, ${any(part, among)} as ${inPart}`,
        numbers: [sql`count(*) filter (where c.${inPart})`, counted],
      };
    }
    case 'per_customer': {
      const rows = tally.whole === 'every row' ? sql`` : sql` filter (where ${tally.whole})`;
      const own = sql`c.${amount}`;
      return {
        ofCustomer: sql`${any(tally.whole, among)} as ${inWhole}, coalesce(sum(${tally.amount})${rows}, 0)::bigint as ${amount}`,
        numbers: [
          sql`coalesce(sum(${own}) filter (where c.${inWhole}), 0)`,
          counted,
          sql`coalesce(sum((${squareOf(own)})::numeric) filter (where c.${inWhole}), 0)`,
        ],
      };
    }
  }
}

/** Each known customer of a bucket and slice once, whatever number of rows he has there; all metrics from one pass. */
export function customersOfFact(
  fact: Fact & { customer: NonNullable<Fact['customer']> },
  clock: string,
  tallies: readonly CustomerTally[],
): Reading {
  const { column, known } = fact.customer;
  return {
    tallies,
    scanned: (question, window) => [scannedFact(fact, clock, question, window)],
    select(question, window) {
      const rows = rowsIn(fact, clock, question, window);
      const columns = tallies.map((tally, index) => columnsOf(question, tally, index));
      const each = join(
        columns.map(({ ofCustomer }) => ofCustomer),
        ', ',
      );
      return sql`select c.bucket, c.k1, c.k2, ${packed(columns.map(({ numbers }) => numbers))} as numbers from (
select ${rows.bucket} as bucket, ${rows.k1} as k1, ${rows.k2} as k2, ${raw(`j.${column}`)}, ${each}
${rows.from(known ? [known] : [])} group by 1, 2, 3, 4
) c group by 1, 2, 3`;
    },
  };
}
