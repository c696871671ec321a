import { dimensionNames, type Dimension } from '../../vocabulary/index.ts';
import { orders, type FactClock } from '../facts.ts';
import { carriedBy, isManyValued } from '../facts/fact.ts';
import { join, literal, raw, sql, type Sql } from '../sql.ts';

export type SliceGrain = 'day' | 'month';

export interface DailyShape {
  clock: FactClock;
  grainOf(name: Dimension): SliceGrain | undefined;
  /** Names of the measures, in the order of `totals`. */
  measures: readonly string[];
  /** Every measure, over orders `j`; within a slice `d` of a many-valued dimension. */
  totals(slice?: Dimension): Sql;
}

const definitionOf = (name: Dimension) => carriedBy(orders, name);
const isMany = (name: Dimension): boolean => isManyValued(orders, name);
const eligible = ({ clock }: DailyShape): Sql => sql`${clock.eligible ?? sql`true`}`;
const monthOf = (day: Sql): Sql => sql`date_trunc('month', ${day}::timestamp)::date`;

/** The column an order is grouped by; of a many-valued dimension its only value, null where it has several. */
const valueOf = (name: Dimension): Sql =>
  raw(isMany(name) ? `j.only_${definitionOf(name).column}` : `j.${definitionOf(name).column}`);

const onlyValue = (name: Dimension): Sql => {
  const { column } = definitionOf(name);
  return raw(`case cardinality(j.${column}) when 0 then '' when 1 then j.${column}[1] end as only_${column}`);
};

/**
 * One pass for the total and every dimension. Nearly all orders carry one value of each many-valued dimension, all of their money
 * in it, so they are grouped here like any other; unnesting them all would take three passes more.
 */
function ordersOfOneValue(shape: DailyShape, names: readonly Dimension[], rows: Sql): Sql {
  const day = raw(`j.${shape.clock.day}`);
  const dayOf = (name: Dimension) => (shape.grainOf(name) === 'month' ? sql`j.month` : day);
  const grouped = (name: Dimension) => sql`grouping(${valueOf(name)}) = 0`;
  const choose = (of: (name: Dimension) => Sql) =>
    join(
      names.map((name) => sql`when ${grouped(name)} then ${of(name)}`),
      ' ',
    );
  const many = names.filter(isMany);
  const date = names.some((name) => shape.grainOf(name) === 'month') ? sql`coalesce(${day}, j.month)` : day;
  return sql`select case ${choose(literal)} else '' end as dimension, j.shop, case ${choose((name) => sql`coalesce(${valueOf(name)}, '')`)} else '' end as value, ${date} as day,
  ${shape.totals()}
from (select j.*, ${monthOf(day)} as month, ${join(many.map(onlyValue), ', ')} from ${rows} j where ${eligible(shape)}) j
group by grouping sets ((j.shop, ${day}), ${join(
    names.map((name) => sql`(j.shop, ${dayOf(name)}, ${valueOf(name)})`),
    ', ',
  )})
having ${join(
    many.map((name) => sql`not (${grouped(name)} and ${valueOf(name)} is null)`),
    ' and ',
  )}`;
}

/** The few orders with several values count once in each, with the money of its own lines. */
function ordersOfSeveralValues(shape: DailyShape, name: Dimension, rows: Sql): Sql {
  const { column, money } = definitionOf(name);
  const own = raw(`j.${shape.clock.day}`);
  const day = shape.grainOf(name) === 'month' ? monthOf(own) : own;
  return sql`select ${literal(name)} as dimension, j.shop, d.value, ${day} as day,
  ${shape.totals(name)}
from ${rows} j cross join lateral unnest(j.${raw(column)}, j.${raw(money ?? '')}) as d(value, minor)
where ${eligible(shape)} and cardinality(j.${raw(column)}) > 1
group by j.shop, d.value, ${day}`;
}

/** What orders bring to the cells (dimension, shop, value, day). The few cells both sides fill are added by a join: grouping all of them again costs half as much as the pass itself. */
export function dailyContribution(shape: DailyShape, rows: Sql): Sql {
  const names = dimensionNames.filter((name) => shape.grainOf(name) !== undefined);
  const several = names.filter(isMany).map((name) => ordersOfSeveralValues(shape, name, rows));
  const sums = raw(
    shape.measures.map((name) => `coalesce(one.${name}, 0) + coalesce(several.${name}, 0) as ${name}`).join(', '),
  );
  return sql`select dimension, shop, value, day, ${sums} from (
${ordersOfOneValue(shape, names, rows)}
) one full join (
${join(several, '\nunion all\n')}
) several using (dimension, shop, value, day)`;
}
