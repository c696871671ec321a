import type { Dimension } from '../../vocabulary/index.ts';
import { declarations, type Metric } from '../catalogue.ts';
import { facts, orders, type Fact, type FactClock } from '../facts.ts';
import { clockOf } from '../facts/fact.ts';
import {
  identityOf,
  isAdditive,
  measureOver,
  partsOf,
  rolledUpParts,
  type AdditiveParts,
  type Measure,
} from '../measures.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import { talliesOf, type Tally } from '../tallies.ts';
import { dailyContribution, dailyParts, monthCells, type SliceGrain } from './daily-contribution.ts';
import type { Rollup } from './rollup.ts';

/**
 * (dimension, span, shop, day, value) with additive measures dated by one clock. Dimension '' is the shop's total. Every cell of a
 * whole calendar month, told by its first day, stands beside those of its days: long periods read far fewer rows.
 */
export interface DailyRollup extends Rollup {
  clock: FactClock;
  carries(measure: Measure): boolean;
  columnOf(measure: Measure): string;
  /** How finely the rows of a dimension are dated: by day and by month, or by month alone; undefined: it is not carried. */
  grainOf(name: Dimension): SliceGrain | undefined;
}

interface NamedMeasure {
  name: string;
  measure: Measure;
}

/**
 * A merchant sells so seldom that a row a day would be a row an order; a row a month is six times fewer.
 * What is due must be cut at today, which no month can be, so there such dimensions are answered from facts.
 */
const grainOf =
  ({ rolledUp }: Fact, clock: FactClock) =>
  (name: Dimension): SliceGrain | undefined => {
    if (rolledUp?.by.includes(name)) return 'day';
    return rolledUp?.byMonth?.includes(name) && !clock.upToAsOf ? 'month' : undefined;
  };

const measuresIn = ({ numerator, denominator, squares, rows }: AdditiveParts): Measure[] =>
  [numerator, denominator, squares, rows].filter((measure) => measure !== undefined);

/** Columns are named after the first metric that needs them; metrics that add up the same share one. */
function collectMeasures(
  fact: Fact,
  clock: FactClock,
  wanted: (metric: Metric, measures: readonly Measure[]) => boolean,
): Map<string, NamedMeasure> {
  const collected = new Map<string, NamedMeasure>();
  for (const metric of declarations) {
    for (const tally of talliesOf(metric)) {
      const isOurs = tally.fact === fact && clockOf(fact, tally.clock) === clock;
      const parts = isOurs && isAdditive(tally) ? rolledUpParts(tally) : undefined;
      if (!parts || !wanted(metric, measuresIn(parts))) continue;
      const { numerator, denominator, squares, rows } = parts;
      const part = metric.kind === 'ratio' ? '_part' : metric.kind === 'mean' ? '_sum' : '';
      const isBelow = metric.kind === 'across' && tally !== talliesOf(metric)[0];
      const named: [string, Measure | undefined][] = [
        [isBelow ? '_per' : part, numerator],
        ['_whole', denominator],
        ['_squares', squares],
        ['_rows', rows],
      ];
      for (const [suffix, measure] of named) {
        if (measure && !collected.has(identityOf(measure)))
          collected.set(identityOf(measure), { name: `${metric.id.toLowerCase()}${suffix}`, measure });
      }
    }
  }
  return collected;
}

function dailyRollup(
  table: string,
  fact: Fact,
  clock: FactClock,
  byIdentity: ReadonlyMap<string, NamedMeasure>,
  extra: readonly NamedMeasure[] = [],
): DailyRollup {
  const measures = [...byIdentity.values(), ...extra];
  const totals = (slice?: Dimension): Sql => {
    const cuts = slice ? [{ dimension: slice, minor: sql`coalesce(d.minor, 0)` }] : [];
    return join(
      measures.map(({ name, measure }) => sql`${measureOver(measure, cuts)} as ${raw(name)}`),
      ',\n  ',
    );
  };
  const shape = { fact, clock, grainOf: grainOf(fact, clock), measures: measures.map(({ name }) => name), totals };
  return {
    table,
    fact,
    clock,
    grainOf: shape.grainOf,
    key: [
      { name: 'dimension', type: 'text collate "C"' },
      { name: 'span', type: 'text collate "C"' },
      { name: 'shop', type: 'text collate "C"' },
      // Nearly every question takes all values of some days: days first, so that these lie together.
      { name: 'day', type: 'date' },
      { name: 'value', type: 'text collate "C"' },
    ],
    measures: measures.map(({ name, measure }) => ({ name, type: measure.type })),
    contribution: (rows) => dailyContribution(shape, rows),
    parts: (rows) => dailyParts(shape, rows),
    coarser: (cells) =>
      monthCells(
        measures.map(({ name, measure }) => ({ name, type: measure.type })),
        cells,
      ),
    carries: (measure) => byIdentity.has(identityOf(measure)),
    columnOf(measure) {
      const found = byIdentity.get(identityOf(measure));
      if (!found) throw new Error(`${table} carries no measure ${identityOf(measure)}.`);
      return found.name;
    },
  };
}

/** What every load writes of orders: few columns, asked for all the time. */
const isPrompt = ({ kind, rolledUp }: Metric): boolean => rolledUp !== 'apart' && kind !== 'across';
const unidentified: NamedMeasure = {
  name: 'unidentified_orders',
  measure: { type: 'bigint', total: sql`count(*) filter (where not j.identified)` },
};
const { order, due } = orders.clocks;
export const ordersDaily = dailyRollup('mart.orders_daily', orders, order, collectMeasures(orders, order, isPrompt), [
  unidentified,
]);
export const promisesDaily = dailyRollup('mart.promises_daily', orders, due, collectMeasures(orders, due, isPrompt));

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Of each fact that is rolled up, one for every clock that dates something additive; of orders, what stands apart from the two above. */
export const furtherDaily: readonly DailyRollup[] = facts
  .filter((fact: Fact) => fact.rolledUp !== undefined)
  .flatMap((fact: Fact) =>
    Object.entries(fact.clocks).flatMap(([name, clock]) => {
      const beside = [ordersDaily, promisesDaily].find((rollup) => rollup.clock === clock);
      const measures = collectMeasures(fact, clock, (_, all) => !all.every((measure) => beside?.carries(measure)));
      return measures.size === 0
        ? []
        : [dailyRollup(`mart.${snake(fact.name)}_by_${snake(name)}`, fact, clock, measures)];
    }),
  );

const everyDaily: readonly DailyRollup[] = [ordersDaily, promisesDaily, ...furtherDaily];

/** The rollups that hold every measure of a tally. */
export function dailyRollupsOf(tally: Tally): DailyRollup[] {
  if (!isAdditive(tally) || !rolledUpParts(tally)) return [];
  const clock = clockOf(tally.fact, tally.clock);
  const measures = measuresIn(partsOf(tally));
  return everyDaily.filter(
    (rollup) => rollup.fact === tally.fact && rollup.clock === clock && measures.every((one) => rollup.carries(one)),
  );
}
