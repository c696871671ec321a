import { dimensions, type Dimension, type DimensionDefinition } from '../../vocabulary/index.ts';
import type { Lines } from '../measures.ts';
import type { Question } from '../planner/request.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import { allOf, orderConditions, passes } from './filters.ts';

/** How orders `j` are cut and filtered: the joins, the two keys, the conditions, and which money belongs to which cut. */
export interface Slices {
  joins: Sql;
  k1: Sql;
  k2: Sql;
  conditions: Sql[];
  lines: Lines[];
}

const definition = (name: Dimension): DimensionDefinition => dimensions[name];
const unnested = (name: Dimension): Sql => {
  const { column, many } = definition(name);
  return sql`unnest(j.${raw(column)}, j.${raw(many?.money ?? '')})`;
};

/**
 * Filters choose orders; of a many-valued dimension only the values they admit are shown as slices, and only lines that pass
 * count as money. So a slice, the same value as a filter, and the rows behind it always agree.
 */
export function slicesOf({ by, filters }: Pick<Question, 'by' | 'filters'>): Slices {
  const joins: Sql[] = [];
  const lines: Lines[] = [];
  const conditions = orderConditions(filters);
  const own = (name: Dimension) => filters.filter((filter) => filter.dimension === name);
  const keys = by.map((name, index) => {
    const { column, many } = definition(name);
    if (!many) return sql`coalesce(${raw(`j.${column}`)}, '')`;
    const alias = raw(`d${index + 1}`);
    joins.push(sql` left join lateral ${unnested(name)} as ${alias}(value, minor) on true`);
    lines.push({ dimension: name, minor: sql`coalesce(${alias}.minor, 0)` });
    const key = sql`coalesce(${alias}.value, '')`;
    conditions.push(...passes(key, own(name)));
    return key;
  });
  const filteredOnly = [...new Set(filters.map((filter) => filter.dimension))].filter(
    (name) => definition(name).many && !by.includes(name),
  );
  filteredOnly.forEach((name, index) => {
    const alias = raw(`f${index + 1}`);
    joins.push(
      sql` cross join lateral (select coalesce(sum(l.minor), 0)::bigint as minor from ${unnested(name)} as l(value, minor) where ${allOf(passes(sql`l.value`, own(name)))}) ${alias}`,
    );
    lines.push({ dimension: name, minor: sql`${alias}.minor` });
  });
  return { joins: join(joins, ''), k1: keys[0] ?? sql`''`, k2: keys[1] ?? sql`''`, conditions, lines };
}
