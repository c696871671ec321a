import { dimensionNames, dimensions, type Dimension, type DimensionDefinition } from '../../vocabulary/index.ts';
import { declarations } from '../catalogue.ts';
import { orders, type FactClock } from '../facts.ts';
import { identityOf, isAdditive, measureOver, partsOf, type Measure } from '../measures.ts';
import { join, literal, raw, sql, type Sql } from '../sql.ts';
import type { Rollup } from './rollup.ts';

export type SliceGrain = 'day' | 'month';

/** A table a clock: (dimension, shop, value, day) with every additive measure dated by that clock. Dimension '' is the shop's total. */
export interface DailyRollup extends Rollup {
  clock: FactClock;
  columnOf(measure: Measure): string;
  /** How finely the rows of a dimension are dated (a month by its first day); undefined: it is not carried. */
  grainOf(name: Dimension): SliceGrain | undefined;
}

/**
 * A merchant sells so seldom that a row a day would be a row an order; a row a month is six times fewer.
 * What is due must be cut at today, which no month can be, so there merchants are answered from facts.
 */
const grainOf =
  (clock: FactClock) =>
  (name: Dimension): SliceGrain | undefined =>
    name !== 'MERCHANT' ? 'day' : clock.upToAsOf ? undefined : 'month';

/** The shop is in every key, so it needs no rows of its own. */
const sliced = dimensionNames.filter((name) => name !== 'SHOP');
export const definitionOf = (name: Dimension): DimensionDefinition => dimensions[name];
const single = sliced.filter((name) => !definitionOf(name).many);
const many = sliced.filter((name) => definitionOf(name).many);

/** Columns are named after the first metric that needs them; metrics that add up the same share one. */
function collectMeasures(clock: FactClock): Map<string, { name: string; measure: Measure }> {
  const collected = new Map<string, { name: string; measure: Measure }>();
  for (const metric of declarations) {
    if (!isAdditive(metric) || metric.fact.clocks[metric.clock] !== clock) continue;
    const { numerator, denominator, squares, rows } = partsOf(metric);
    const id = metric.id.toLowerCase();
    const named: [string, Measure | undefined][] = [
      [metric.kind === 'ratio' ? `${id}_part` : metric.kind === 'mean' ? `${id}_sum` : id, numerator],
      [`${id}_whole`, denominator],
      [`${id}_squares`, squares],
      [`${id}_rows`, rows],
    ];
    for (const [name, measure] of named) {
      if (measure && !collected.has(identityOf(measure))) collected.set(identityOf(measure), { name, measure });
    }
  }
  return collected;
}

/** One pass over the rows for the total and every dimension of which an order has one value. */
function singleValued(rows: Sql, clock: FactClock, totals: Sql): Sql {
  const column = (name: Dimension) => raw(`j.${definitionOf(name).column}`);
  const grouped = (name: Dimension) => sql`grouping(${column(name)}) = 0`;
  const day = raw(`j.${clock.day}`);
  return sql`select case ${join(
    single.map((name) => sql`when ${grouped(name)} then ${literal(name)}`),
    ' ',
  )} else '' end as dimension, j.shop,
  case ${join(
    single.map((name) => sql`when ${grouped(name)} then coalesce(${column(name)}, '')`),
    ' ',
  )} else '' end as value, ${day} as day,
  ${totals}
from ${rows} j${clock.eligible ? sql` where ${clock.eligible}` : sql``}
group by grouping sets ((j.shop, ${day}), ${join(
    single.map((name) => sql`(j.shop, ${day}, ${column(name)})`),
    ', ',
  )})`;
}

/** An order counts once in each value it carries; '' where it carries none. */
function manyValued(name: Dimension, rows: Sql, clock: FactClock, totals: Sql): Sql {
  const { column, many: lines } = definitionOf(name);
  const day =
    grainOf(clock)(name) === 'month'
      ? raw(`date_trunc('month', j.${clock.day}::timestamp)::date`)
      : raw(`j.${clock.day}`);
  return sql`select ${literal(name)} as dimension, j.shop, coalesce(d.value, '') as value, ${day} as day,
  ${totals}
from ${rows} j left join lateral unnest(j.${raw(column)}, j.${raw(lines?.money ?? '')}) as d(value, minor) on true${clock.eligible ? sql` where ${clock.eligible}` : sql``}
group by j.shop, coalesce(d.value, ''), ${day}`;
}

function dailyRollup(
  table: string,
  clock: FactClock,
  extra: readonly { name: string; measure: Measure }[],
): DailyRollup {
  const byIdentity = collectMeasures(clock);
  const measures = [...byIdentity.values(), ...extra];
  const totals = (slice?: Dimension): Sql => {
    const cuts = slice ? [{ dimension: slice, minor: sql`coalesce(d.minor, 0)` }] : [];
    return join(
      measures.map(({ name, measure }) => sql`${measureOver(measure, cuts)} as ${raw(name)}`),
      ',\n  ',
    );
  };
  return {
    table,
    clock,
    grainOf: grainOf(clock),
    key: [
      { name: 'dimension', type: 'text collate "C"' },
      { name: 'shop', type: 'text collate "C"' },
      { name: 'value', type: 'text collate "C"' },
      { name: 'day', type: 'date' },
    ],
    measures: measures.map(({ name, measure }) => ({ name, type: measure.type })),
    contribution: (rows) =>
      join(
        [
          singleValued(rows, clock, totals()),
          ...many.filter(grainOf(clock)).map((name) => manyValued(name, rows, clock, totals(name))),
        ],
        '\nunion all\n',
      ),
    columnOf(measure) {
      const found = byIdentity.get(identityOf(measure));
      if (!found) throw new Error(`${table} carries no measure ${identityOf(measure)}.`);
      return found.name;
    },
  };
}

export const ordersDaily = dailyRollup('mart.orders_daily', orders.clocks.order, [
  { name: 'unidentified_orders', measure: { type: 'bigint', total: sql`count(*) filter (where not j.identified)` } },
]);
export const promisesDaily = dailyRollup('mart.promises_daily', orders.clocks.due, []);

export function dailyRollupOf(clock: FactClock): DailyRollup {
  const found = [ordersDaily, promisesDaily].find((rollup) => rollup.clock === clock);
  if (!found) throw new Error(`No daily rollup is dated by ${clock.day}.`);
  return found;
}
