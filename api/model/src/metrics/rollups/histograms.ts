import type { Dimension } from '../../vocabulary/index.ts';
import { declarations } from '../catalogue.ts';
import { facts, type Fact, type FactName } from '../facts.ts';
import { clockOf, codeOf } from '../facts/fact.ts';
import { movesByItself } from '../measures.ts';
import { identityKey, join, literal, raw, sql, type Sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import { binOf, blockOf, countedUpTo, placeOf, upToColumns } from './bins.ts';
import type { Rollup } from './rollup.ts';

export type PercentileTally = Extract<Tally, { kind: 'percentile' }>;

/**
 * The values of one fact in bins: rows of (series, dimension, span, shop, value, day, block). Dimension '' is the shop's total, kept by
 * day and by month (told by its first day); the others are kept by month alone, for a day of theirs would be a row a few orders.
 */
export interface Histogram extends Rollup {
  /** The dimensions it is also kept by, one at a time. */
  cuts: readonly Dimension[];
  /** The series that holds the values of a tally; undefined: none does. */
  seriesOf(tally: PercentileTally): string | undefined;
}

/** Percentiles over the same values of the same rows by the same day share a series. */
const identityOf = ({ clock, value, whole }: PercentileTally): string =>
  `${clock} ${identityKey(value)} ${identityKey(whole)}`;

/** What moves by itself is another value tomorrow, and what falls due is cut at today: neither adds up by month. */
const isHeld = ({ fact, clock, value, whole }: PercentileTally): boolean =>
  !clockOf(fact, clock).upToAsOf && !movesByItself(fact, value) && !movesByItself(fact, whole);

interface Series {
  code: string;
  tally: PercentileTally;
}

/** Named after the first metric that needs it. */
function seriesOver(fact: Fact): Map<string, Series> {
  const found = new Map<string, Series>();
  for (const metric of declarations) {
    if (metric.kind !== 'percentile' || metric.fact !== fact || !isHeld(metric)) continue;
    const identity = identityOf(metric);
    if (!found.has(identity)) found.set(identity, { code: metric.id.toLowerCase(), tally: metric });
  }
  return found;
}

/** The day, the month and the bin of a row in each series; null where it has no value there. */
function binned(series: readonly Series[]): Sql {
  const each = series.map(({ tally }, index) => {
    const { day, eligible } = clockOf(tally.fact, tally.clock);
    const counts = eligible ? sql`(${tally.whole}) and (${eligible})` : tally.whole;
    const no = raw(String(index));
    return sql`j.${raw(day)} as day${no}, date_trunc('month', j.${raw(day)}::timestamp)::date as month${no},
  case when (${counts}) and j.${raw(day)} is not null then ${binOf(tally.value)} end as bin${no}`;
  });
  return join(each, ',\n  ');
}

/**
 * One pass over the rows for every series, its total and its cuts, a grouping set each. Bins are counted first, so that blocks are
 * put together from far fewer rows.
 */
function contribution(fact: Fact, series: readonly Series[], cuts: readonly Dimension[], rows: Sql): Sql {
  const column = (name: string, index: number) => raw(`b.${name}${index}`);
  const chosen = (cases: readonly Sql[], otherwise: Sql): Sql =>
    cases.length === 0 ? otherwise : sql`case ${join(cases, ' ')} else ${otherwise} end`;
  const bySeries = (of: (each: Series, index: number) => Sql): Sql =>
    chosen(
      series.map((each, index) => sql`when grouping(${column('bin', index)}) = 0 then ${of(each, index)}`),
      sql`null`,
    );
  const byCut = (of: (name: Dimension, index: number) => Sql): Sql =>
    chosen(
      cuts.map((name, index) => sql`when grouping(${column('cut', index)}) = 0 then ${of(name, index)}`),
      sql`''`,
    );
  const spanOf = (index: number) => sql`case when grouping(${column('day', index)}) = 0`;
  const sets = series.flatMap((_, index) => {
    const own = sql`b.shop, ${column('month', index)}, ${column('bin', index)}`;
    const byDay = sql`b.shop, ${column('day', index)}, ${column('bin', index)}`;
    return [sql`(${byDay})`, sql`(${own})`, ...cuts.map((__, cut) => sql`(${own}, ${column('cut', cut)})`)];
  });
  const carried = cuts.map((name, index) => sql`, ${codeOf(fact, name)} as cut${raw(String(index))}`);
  return sql`select series, dimension, span, shop, value, day, ${blockOf(sql`bin`)} as block,
  ${countedUpTo(placeOf(sql`bin`), sql`n`)}
from (
select ${bySeries(({ code }) => literal(code))} as series, ${byCut(literal)} as dimension,
  ${bySeries((_, index) => sql`${spanOf(index)} then 'day' else 'month' end`)} as span, b.shop, ${byCut((_, index) => column('cut', index))} as value,
  ${bySeries((_, index) => sql`${spanOf(index)} then ${column('day', index)} else ${column('month', index)} end`)} as day, ${bySeries((_, index) => column('bin', index))} as bin, count(*) as n
from (
select j.shop, ${binned(series)}${join(carried, '')}
from ${rows} j
) b group by grouping sets (${join(sets, ', ')})
) counted where bin is not null group by 1, 2, 3, 4, 5, 6, 7`;
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function histogram(fact: Fact, cuts: readonly Dimension[]): Histogram {
  const series = seriesOver(fact);
  const text = (name: string) => ({ name, type: 'text collate "C"' });
  return {
    table: `mart.${snake(fact.name)}_bins`,
    fact,
    cuts,
    key: [
      text('series'),
      text('dimension'),
      text('span'),
      text('shop'),
      text('value'),
      { name: 'day', type: 'date' },
      { name: 'block', type: 'integer' },
    ],
    measures: upToColumns.map((name) => ({ name, type: 'integer' })),
    contribution: (rows) => contribution(fact, [...series.values()], cuts, rows),
    seriesOf: (tally) => series.get(identityOf(tally))?.code,
  };
}

/** Each cut costs as much as the total: those that durations and amounts are asked by. Each is of one value a row. */
const cutsOf: Partial<Record<FactName, readonly Dimension[]>> = {
  orders: ['REGION', 'CARRIER', 'FIRST_OR_REPEAT'],
  buyingDays: ['REGION', 'FIRST_OR_REPEAT'],
  parcels: ['REGION', 'CARRIER', 'SERVICE_LEVEL', 'DELIVERY_OPTION'],
  cases: ['CHANNEL', 'TOPIC', 'CASE_TYPE', 'TEAM', 'REGION'],
  returns: ['REGION', 'RETURN_KIND', 'RETURN_REASON'],
  compensations: ['REGION', 'FAILURE', 'COMPENSATION_FORM'],
  reviews: ['REGION', 'REVIEW_SOURCE'],
  referrals: ['REFERRAL_CHANNEL'],
  mentions: ['PLATFORM', 'TOPIC'],
  pages: ['ORIGIN'],
  sanctions: ['VIOLATION'],
};

/** One for each fact that keeps rollups and of which percentiles are asked. */
export const histograms: readonly Histogram[] = facts
  .filter((fact: Fact) => fact.rolledUp !== undefined && seriesOver(fact).size > 0)
  .map((fact) => histogram(fact, cutsOf[fact.name] ?? []));

export const histogramOf = (fact: Fact): Histogram | undefined => histograms.find((each) => each.fact === fact);
