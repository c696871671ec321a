import type { Fact } from '../facts.ts';
import { codeOf, columnOf, isManyValued } from '../facts/fact.ts';
import type { Filter } from '../planner/request.ts';
import { join, sql, type Sql } from '../sql.ts';

/** Does a code pass the filters on its own dimension? The code of "carries none" is ''. */
export const passes = (code: Sql, filters: readonly Filter[]): Sql[] =>
  filters.map(({ codes, excludes }) =>
    excludes ? sql`${code} <> all(${codes}::text[])` : sql`${code} = any(${codes}::text[])`,
  );

function condition(fact: Fact, filter: Filter, alias: string): Sql {
  if (!isManyValued(fact, filter.dimension)) {
    const code = filter.dimension === 'SHOP' ? columnOf(fact, 'SHOP', alias) : codeOf(fact, filter.dimension, alias);
    return join(passes(code, [filter]), ' and ');
  }
  const carried = columnOf(fact, filter.dimension, alias);
  const none = filter.codes.includes('') ? sql` or cardinality(${carried}) = 0` : sql``;
  const carries = sql`(${carried} && ${filter.codes}::text[]${none})`;
  return filter.excludes ? sql`not ${carries}` : carries;
}

/** Conditions on a row: it passes every filter. */
export const conditionsOn = (fact: Fact, filters: readonly Filter[], alias = 'j'): Sql[] =>
  filters.map((filter) => condition(fact, filter, alias));

export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : join(conditions, ' and ');
