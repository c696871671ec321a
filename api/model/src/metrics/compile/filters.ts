import { dimensions, type DimensionDefinition } from '../../vocabulary/index.ts';
import type { Filter } from '../planner/request.ts';
import { join, raw, sql, type Sql } from '../sql.ts';

/** Does a code pass the filters on its own dimension? The code of "carries none" is ''. */
export const passes = (code: Sql, filters: readonly Filter[]): Sql[] =>
  filters.map(({ codes, excludes }) =>
    excludes ? sql`${code} <> all(${codes}::text[])` : sql`${code} = any(${codes}::text[])`,
  );

function orderCondition(filter: Filter, alias: string): Sql {
  const { column, many } = dimensions[filter.dimension] as DimensionDefinition;
  const carried = raw(`${alias}.${column}`);
  if (!many)
    return join(passes(filter.dimension === 'SHOP' ? carried : sql`coalesce(${carried}, '')`, [filter]), ' and ');
  const none = filter.codes.includes('') ? sql` or cardinality(${carried}) = 0` : sql``;
  const carries = sql`(${carried} && ${filter.codes}::text[]${none})`;
  return filter.excludes ? sql`not ${carries}` : carries;
}

/** Conditions on an order: it passes every filter. */
export const orderConditions = (filters: readonly Filter[], alias = 'j'): Sql[] =>
  filters.map((filter) => orderCondition(filter, alias));

export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : join(conditions, ' and ');
