import type { Dimension } from '../../vocabulary/index.ts';
import type { Fact } from '../facts.ts';
import { carriedBy, codeOf, columnOf, isManyValued } from '../facts/fact.ts';
import type { Lines } from '../measures.ts';
import type { Question } from '../planner/request.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import { allOf, conditionsOn, passes } from './filters.ts';

/** How rows `j` are cut and filtered: the joins, the two keys, the conditions, and which money belongs to which cut. */
export interface Slices {
  joins: Sql;
  k1: Sql;
  k2: Sql;
  conditions: Sql[];
  lines: Lines[];
}

/** The codes of a row as `alias(value, minor)`; without money of its own a code has none. */
function unnested(fact: Fact, name: Dimension, alias: Sql): Sql {
  const { money } = carriedBy(fact, name);
  const codes = columnOf(fact, name);
  return money
    ? sql`unnest(${codes}, ${raw(`j.${money}`)}) as ${alias}(value, minor)`
    : sql`unnest(${codes}) as ${alias}(value)`;
}

/**
 * Filters choose rows; of a many-valued dimension only the values they admit are shown as slices, and only lines that pass
 * count as money. So a slice, the same value as a filter, and the rows behind it always agree.
 */
export function slicesOf(fact: Fact, { by, filters }: Pick<Question, 'by' | 'filters'>): Slices {
  const joins: Sql[] = [];
  const lines: Lines[] = [];
  const conditions = conditionsOn(fact, filters);
  const own = (name: Dimension) => filters.filter((filter) => filter.dimension === name);
  const keys = by.map((name, index) => {
    if (!isManyValued(fact, name)) return codeOf(fact, name);
    const alias = raw(`d${index + 1}`);
    joins.push(sql` left join lateral ${unnested(fact, name, alias)} on true`);
    if (carriedBy(fact, name).money) lines.push({ dimension: name, minor: sql`coalesce(${alias}.minor, 0)` });
    const key = sql`coalesce(${alias}.value, '')`;
    conditions.push(...passes(key, own(name)));
    return key;
  });
  const filteredOnly = [...new Set(filters.map((filter) => filter.dimension))].filter(
    (name) => carriedBy(fact, name).money && !by.includes(name),
  );
  filteredOnly.forEach((name, index) => {
    const alias = raw(`f${index + 1}`);
    joins.push(
      sql` cross join lateral (select coalesce(sum(l.minor), 0)::bigint as minor from ${unnested(fact, name, raw('l'))} where ${allOf(passes(sql`l.value`, own(name)))}) ${alias}`,
    );
    lines.push({ dimension: name, minor: sql`${alias}.minor` });
  });
  return { joins: join(joins, ''), k1: keys[0] ?? sql`''`, k2: keys[1] ?? sql`''`, conditions, lines };
}
