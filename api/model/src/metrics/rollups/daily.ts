import type { Dimension } from '../../vocabulary/index.ts';
import { declarations } from '../catalogue.ts';
import { orders, type Fact, type FactClock } from '../facts.ts';
import { identityOf, isAdditive, measureOver, rolledUpParts, type Measure } from '../measures.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import { dailyContribution, type SliceGrain } from './daily-contribution.ts';
import type { Rollup } from './rollup.ts';

/** A table a clock: (dimension, shop, value, day) with every additive measure dated by that clock. Dimension '' is the shop's total. */
export interface DailyRollup extends Rollup {
  clock: FactClock;
  carries(measure: Measure): boolean;
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
  (name: Dimension): SliceGrain | undefined => {
    if (!(orders as Fact).dimensions[name]?.rolledUp) return undefined;
    return name !== 'MERCHANT' ? 'day' : clock.upToAsOf ? undefined : 'month';
  };

/** Columns are named after the first metric that needs them; metrics that add up the same share one. */
function collectMeasures(clock: FactClock): Map<string, { name: string; measure: Measure }> {
  const collected = new Map<string, { name: string; measure: Measure }>();
  for (const metric of declarations) {
    const parts = isAdditive(metric) && metric.fact.clocks[metric.clock] === clock ? rolledUpParts(metric) : undefined;
    if (!parts) continue;
    const { numerator, denominator, squares, rows } = parts;
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
      dailyContribution({ clock, grainOf: grainOf(clock), measures: measures.map(({ name }) => name), totals }, rows),
    carries: (measure) => byIdentity.has(identityOf(measure)),
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

/** The rollup that a clock of a fact dates; the facts beside orders have none. */
export const dailyRollupOf = (clock: FactClock): DailyRollup | undefined =>
  [ordersDaily, promisesDaily].find((rollup) => rollup.clock === clock);
