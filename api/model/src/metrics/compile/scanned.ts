import type { Fact } from '../facts.ts';
import { clockOf, columnOf } from '../facts/fact.ts';
import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { allOf, passes } from './filters.ts';

/** Rows that a pass goes through, whatever it makes of them: what it costs. */
export interface Scanned {
  relation: string;
  /** The conditions that an index or the order of the table narrows the rows by. */
  where: Sql;
}

const shopFilters = ({ filters }: Question) => filters.filter(({ dimension }) => dimension === 'SHOP');
const daysOf = (window: Window, day: Sql): Sql => sql`${day} between ${window.from}::date and ${window.to}::date`;

/** Rows `r` of a rollup in the days and shops asked, by the other columns of its key. */
export const scannedRollup = (
  relation: string,
  question: Question,
  window: Window,
  { day = 'day', key = [] }: { day?: string; key?: readonly Sql[] } = {},
): Scanned => ({
  relation,
  where: sql`from ${raw(relation)} r where ${allOf([...key, daysOf(window, raw(`r.${day}`)), ...passes(sql`r.shop`, shopFilters(question))])}`,
});

/** Rows of a fact in the days and shops asked; each is looked at, whichever of them the other filters let pass. */
export function scannedFact(fact: Fact, clock: string, question: Question, window: Window, upTo?: string): Scanned {
  const day = raw(`j.${clockOf(fact, clock).day}`);
  const days = upTo === undefined ? daysOf(window, day) : sql`${day} <= ${upTo}::date`;
  const shops = fact.dimensions.SHOP ? passes(columnOf(fact, 'SHOP'), shopFilters(question)) : [];
  return { relation: fact.relation, where: sql`from ${raw(fact.relation)} j where ${allOf([days, ...shops])}` };
}
