import type { Dimension } from '../vocabulary/index.ts';
import { today, type Fact } from './facts.ts';
import type { Amount, Counted, KindSpec, MetricDeclaration } from './grammar.ts';
import { sql, toQuery, type Sql } from './sql.ts';

/** An additive number over rows `j`: a whole number, 0 where there is nothing. */
export interface Measure {
  type: 'bigint' | 'numeric';
  total: Sql;
  /** Over slices of a many-valued dimension that cuts this amount by line; `minor` is the slice's own money. */
  lines?: { dimensions: readonly Dimension[]; total(minor: Sql): Sql };
}

/** What an additive metric is made of. `rows` is its sample where that is neither the numerator nor the denominator. */
export interface AdditiveParts {
  numerator: Measure;
  denominator?: Measure;
  rows?: Measure;
  squares?: Measure;
}
type AdditiveKind = 'count' | 'sum' | 'mean' | 'ratio' | 'rate' | 'index';
export type AdditiveMetric = MetricDeclaration & Extract<KindSpec, { kind: AdditiveKind }>;
export const isAdditive = (metric: MetricDeclaration): metric is AdditiveMetric =>
  ['count', 'sum', 'mean', 'ratio', 'rate', 'index'].includes(metric.kind);

/** The condition that selects the rows which bring anything at all; null: every row does. */
export const rowsOf = (counted: Counted): Sql | null => {
  if (counted === 'every row') return null;
  return 'where' in counted ? counted.where : sql`${counted.each} > 0`;
};

/** How many things a row brings, as a number. */
export const thingsOf = (counted: Counted): Sql => {
  if (counted === 'every row') return sql`1`;
  return 'each' in counted ? counted.each : sql`case when ${counted.where} then 1 else 0 end`;
};

const both = (a: Sql | null, b: Sql | null): Sql | null => (a && b ? sql`(${a}) and (${b})` : (a ?? b));
const filter = (condition: Sql | null): Sql => (condition ? sql` filter (where ${condition})` : sql``);
const conditionOf = (counted: Counted): Sql | null =>
  counted !== 'every row' && 'where' in counted ? counted.where : null;

function counting(counted: Counted, among: Sql | null): Measure {
  const condition = both(among, conditionOf(counted));
  const each = counted !== 'every row' && 'each' in counted;
  return {
    type: 'bigint',
    total: each ? sql`coalesce(sum(${counted.each})${filter(condition)}, 0)` : sql`count(*)${filter(condition)}`,
  };
}

// Squares serve intervals only: the cap keeps a square within bigint (numeric arithmetic would cost three times as much).
const capped = (amount: Sql): Sql => sql`least(${amount}, 3000000000)`;
export const squareOf = (amount: Sql): Sql => sql`${capped(amount)} * ${capped(amount)}`;

function amountOf({ value, squares, within }: Amount, among: Sql | null): { numerator: Measure; squares: Measure } {
  const rows = filter(among);
  const sum = (amount: Sql): Sql => sql`coalesce(sum(${amount})${rows}, 0)`;
  const lines = (of: (minor: Sql) => Sql) => within && { dimensions: within, total: (minor: Sql) => sum(of(minor)) };
  return {
    numerator: { type: 'bigint', total: sum(value), lines: lines((minor) => minor) },
    squares: { type: 'numeric', total: sum(squares ?? squareOf(value)), lines: lines(squareOf) },
  };
}

/** +1 for each plus, −1 for each minus; the squares of both are 1. */
function balanceOf(
  { plus, minus, whole }: Extract<AdditiveMetric, { kind: 'index' }>,
  among: Sql | null,
): AdditiveParts {
  const [up, down] = [plus, minus].map((sign) => sql`count(*)${filter(both(among, sql`(${whole}) and (${sign})`))}`);
  return {
    numerator: { type: 'bigint', total: sql`${up} - ${down}` },
    denominator: counting({ where: whole }, among),
    squares: { type: 'numeric', total: sql`${up} + ${down}` },
  };
}

/** A part is counted among the rows of its whole, so a share cannot exceed 1. `among`: the only rows that count at all. */
export function partsOf(metric: AdditiveMetric, among: Sql | null = null): AdditiveParts {
  switch (metric.kind) {
    case 'count':
      return { numerator: counting(metric.count, among) };
    case 'sum':
      return { ...amountOf(metric.amount, among), rows: counting('every row', among) };
    case 'mean':
      return {
        ...amountOf(metric.amount, both(among, conditionOf(metric.whole))),
        denominator: counting(metric.whole, among),
      };
    case 'index':
      return balanceOf(metric, among);
    case 'ratio':
    case 'rate':
      return {
        numerator: counting(metric.part, both(among, conditionOf(metric.whole))),
        denominator: counting(metric.whole, among),
      };
  }
}

/** A many-valued dimension that rows are cut or filtered by, and where its own money stands. */
export interface Lines {
  dimension: Dimension;
  minor: Sql;
}

export function measureOver(measure: Measure, cuts: readonly Lines[]): Sql {
  const cut = cuts.find(({ dimension }) => measure.lines?.dimensions.includes(dimension));
  return cut && measure.lines ? measure.lines.total(cut.minor) : measure.total;
}

/** Two measures are one when they add up the same, everywhere. */
export const identityOf = ({ total, lines }: Measure): string =>
  toQuery(total).sql + (lines ? ` within ${lines.dimensions.join(', ')}: ${toQuery(lines.total(sql`minor`)).sql}` : '');

/**
 * Does it say something else of a row one day without the row changing? Because it is held against today, or speaks of what changes on
 * a day that no column tells. Then a sum kept from yesterday is wrong today, and no rollup may hold it.
 */
export function movesByItself({ rolledUp }: Fact, piece: Sql): boolean {
  const text = toQuery(piece).sql;
  const speaksOf = (column: string): boolean => new RegExp(`\\bj\\.${column}\\b`).test(text);
  return text.includes(toQuery(today).sql) || (rolledUp?.untimed ?? []).some(speaksOf);
}

/** The measures of a metric by the name of each role; none where no rollup may hold them. */
export function rolledUpParts(metric: AdditiveMetric): AdditiveParts | undefined {
  if (!metric.fact.rolledUp) return undefined;
  const parts = partsOf(metric);
  const measures = [parts.numerator, parts.denominator, parts.squares, parts.rows].filter((each) => each !== undefined);
  return measures.some(({ total }) => movesByItself(metric.fact, total)) ? undefined : parts;
}
