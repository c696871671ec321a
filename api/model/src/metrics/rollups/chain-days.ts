import { orders } from '../facts.ts';
import { join, literal, raw, sql, type Sql } from '../sql.ts';
import { chain, date, orderPairs, orderTriples, shop } from './customers.ts';
import type { Rollup } from './rollup.ts';

/** The calendar spans within which links of a customer are told apart. */
export const flagSpans = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type FlagSpan = (typeof flagSpans)[number];
/** From which end of the span a customer's links are counted, and the how-manieth is meant. */
const flags = ['first', 'second', 'last', 'last_but_one'] as const;
type Flag = (typeof flags)[number];
export const flagColumn = (flag: Flag, span: FlagSpan): string => `${flag}_in_${span}`;

const columns = flags.flatMap((flag) => flagSpans.map((span) => ({ flag, span })));
const startOf = (span: FlagSpan, day: Sql): Sql =>
  span === 'day' ? day : sql`date_trunc(${literal(span)}, ${day}::timestamp)::date`;

/** Cells of one flag or two, the others 0; each counts links where the condition holds for the start of the span. */
function telling(day: Sql, from: Sql, counts: Partial<Record<Flag, (start: (day: Sql) => Sql) => Sql>>): Sql {
  const each = columns.map(({ flag, span }) => {
    const number = counts[flag]?.((of) => startOf(span, of)) ?? raw('0');
    return sql`${number} as ${raw(flagColumn(flag, span))}`;
  });
  return sql`select x.chain, x.shop, ${day} as day, ${join(each, ', ')} from ${from}`;
}

const links = (condition: Sql): Sql => sql`case when ${condition} then x.links else 0 end`;
const [day, prev, prev2] = [raw('x.day'), raw('x.prev_day'), raw('x.prev2_day')];
/** The earliest day that shares any span with a day. */
const sharing = sql`least(${startOf('year', day)}, ${startOf('week', day)})`;

/**
 * A link is the first of its span where the one before lies before it; it is the last unless another of the span follows, and the last
 * but one where another follows and that one is the last. So all of it adds up from pairs and triples.
 */
function cells([pairs = raw(''), triples = raw('')]: readonly Sql[]): Sql {
  const within = (start: (of: Sql) => Sql, of: Sql) => links(sql`${of} >= ${start(day)}`);
  const parts = [
    telling(day, sql`${pairs} x`, {
      first: (start) => links(sql`${prev} < ${start(day)}`),
      last: () => raw('x.links'),
    }),
    telling(prev, sql`${pairs} x where ${prev} >= ${sharing}`, {
      last: (start) => sql`-${within(start, prev)}`,
      last_but_one: (start) => within(start, prev),
    }),
    telling(day, sql`${triples} x where ${prev} >= ${sharing}`, {
      second: (start) => links(sql`${prev} >= ${start(day)} and ${prev2} < ${start(day)}`),
    }),
    telling(prev2, sql`${triples} x where ${prev2} >= ${sharing}`, {
      last_but_one: (start) => sql`-${within(start, prev2)}`,
    }),
  ];
  const sums = columns
    .map(({ flag, span }) => flagColumn(flag, span))
    .map((name) => `sum(c.${name})::bigint as ${name}`);
  return sql`select c.chain, c.shop, c.day, ${raw(sums.join(', '))} from (
${join(parts, '\nunion all\n')}
) c group by c.chain, c.shop, c.day`;
}

/**
 * Of each day, how many links of the customers' chains are the first, the second, the last or the last but one of their customer in the
 * calendar span around it. Distinct customers of a span, from its beginning to any day or from any day to its end, are sums of these.
 */
export const chainDays: Rollup = {
  table: 'mart.chain_days',
  fact: orders,
  key: [chain, shop, date('day')],
  measures: columns.map(({ flag, span }) => ({ name: flagColumn(flag, span), type: 'bigint' })),
  from: { rollups: [orderPairs, orderTriples], cells },
  contribution: (rows) => cells([sql`(${orderPairs.contribution(rows)})`, sql`(${orderTriples.contribution(rows)})`]),
};
