import { dimensionNames, type Dimension } from '../../vocabulary/index.ts';
import type { Fact, FactClock } from '../facts.ts';
import { carriedBy, codeOf, isManyValued } from '../facts/fact.ts';
import { join, literal, raw, sql, type Sql } from '../sql.ts';
import type { RollupColumn } from './rollup.ts';

export type SliceGrain = 'day' | 'month';

export interface DailyShape {
  fact: Fact;
  clock: FactClock;
  grainOf(name: Dimension): SliceGrain | undefined;
  /** Names of the measures, in the order of `totals`. */
  measures: readonly string[];
  /** Every measure, over rows `j`; within a slice `d` of a many-valued dimension. */
  totals(slice?: Dimension): Sql;
}

const monthOf = (day: Sql): Sql => sql`date_trunc('month', ${day}::timestamp)::date`;
const dayOf = ({ clock }: DailyShape): Sql => raw(`j.${clock.day}`);
const eligible = (shape: DailyShape): Sql =>
  shape.clock.eligible ? sql`${shape.clock.eligible}` : sql`${dayOf(shape)} is not null`;

/** What a row is grouped by: its code, '' where it has none; of a many-valued dimension its only value, null where it has several. */
const valueOf = ({ fact }: DailyShape, name: Dimension): Sql => raw(`j.only_${carriedBy(fact, name).column}`);

function madeValue({ fact }: DailyShape, name: Dimension): Sql {
  const { column } = carriedBy(fact, name);
  const value = isManyValued(fact, name)
    ? raw(`case cardinality(j.${column}) when 0 then '' when 1 then j.${column}[1] end`)
    : codeOf(fact, name);
  return sql`${value} as only_${raw(column)}`;
}

/**
 * One pass for the total and every dimension. Nearly all rows carry one value of each many-valued dimension, all of their money
 * in it, so they are grouped here like any other; unnesting them all would take a pass more for each.
 */
function rowsOfOneValue(shape: DailyShape, names: readonly Dimension[], rows: Sql): Sql {
  const day = dayOf(shape);
  const isMonthly = (name: Dimension) => shape.grainOf(name) === 'month';
  const value = (name: Dimension) => valueOf(shape, name);
  const grouped = (name: Dimension) => sql`grouping(${value(name)}) = 0`;
  const choose = (of: (name: Dimension) => Sql, otherwise = '') =>
    names.length === 0
      ? literal(otherwise)
      : sql`case ${join(
          names.map((name) => sql`when ${grouped(name)} then ${of(name)}`),
          ' ',
        )} else ${literal(otherwise)} end`;
  const many = names.filter((name) => isManyValued(shape.fact, name));
  const months = names.some(isMonthly);
  const made = [...(months ? [sql`${monthOf(day)} as month`] : []), ...names.map((name) => madeValue(shape, name))].map(
    (column) => sql`, ${column}`,
  );
  const sets = [
    sql`(j.shop, ${day})`,
    ...names.map((name) => sql`(j.shop, ${isMonthly(name) ? sql`j.month` : day}, ${value(name)})`),
  ];
  const single = many.map((name) => sql`not (${grouped(name)} and ${value(name)} is null)`);
  const span = (name: Dimension) => literal(shape.grainOf(name) ?? 'day');
  return sql`select ${choose(literal)} as dimension, ${months ? choose(span, 'day') : sql`'day'`} as span, j.shop, ${choose(value)} as value, ${months ? sql`coalesce(${day}, j.month)` : day} as day,
  ${shape.totals()}
from (select j.*${join(made, '')} from ${rows} j where ${eligible(shape)}) j
group by grouping sets (${join(sets, ', ')})${single.length > 0 ? sql`\nhaving ${join(single, ' and ')}` : sql``}`;
}

/** The few rows with several values count once in each, with the money of its own lines. */
function rowsOfSeveralValues(shape: DailyShape, name: Dimension, rows: Sql): Sql {
  const { column, money } = carriedBy(shape.fact, name);
  const span = shape.grainOf(name) ?? 'day';
  const day = span === 'month' ? monthOf(dayOf(shape)) : dayOf(shape);
  const lines = money
    ? sql`unnest(j.${raw(column)}, j.${raw(money)}) as d(value, minor)`
    : sql`unnest(j.${raw(column)}) as d(value)`;
  return sql`select ${literal(name)} as dimension, ${literal(span)} as span, j.shop, d.value, ${day} as day,
  ${shape.totals(name)}
from ${rows} j cross join lateral ${lines}
where ${eligible(shape)} and cardinality(j.${raw(column)}) > 1
group by j.shop, d.value, ${day}`;
}

/** What rows bring to the cells (dimension, span, shop, value, day): the pass over all of them, and one for each dimension of which some have several values. */
export function dailyParts(shape: DailyShape, rows: Sql): Sql[] {
  const names = dimensionNames.filter((name) => shape.grainOf(name) !== undefined);
  const several = names
    .filter((name) => isManyValued(shape.fact, name))
    .map((name) => rowsOfSeveralValues(shape, name, rows));
  return [rowsOfOneValue(shape, names, rows), ...several];
}

/** The same, added up. The few cells both sides fill are added by a join: grouping all of them again costs half as much as the pass itself. */
export function dailyContribution(shape: DailyShape, rows: Sql): Sql {
  const [one = raw(''), ...several] = dailyParts(shape, rows);
  if (several.length === 0) return one;
  const sums = raw(
    shape.measures.map((name) => `coalesce(one.${name}, 0) + coalesce(several.${name}, 0) as ${name}`).join(', '),
  );
  return sql`select dimension, span, shop, value, day, ${sums} from (
${one}
) one full join (
${join(several, '\nunion all\n')}
) several using (dimension, span, shop, value, day)`;
}

/** The cells of whole calendar months, from those of their days. */
export function monthCells(measures: readonly RollupColumn[], cells: Sql): Sql {
  const sums = raw(measures.map(({ name, type }) => `sum(c.${name})::${type} as ${name}`).join(', '));
  return sql`select c.dimension, 'month' as span, c.shop, ${monthOf(sql`c.day`)} as day, c.value, ${sums}
from ${cells} c where c.span = 'day' group by c.dimension, c.shop, c.value, ${monthOf(sql`c.day`)}`;
}
