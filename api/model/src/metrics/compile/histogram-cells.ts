import type { Dimension } from '../../vocabulary/index.ts';
import { eligible } from '../feeds/needs.ts';
import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { readsMonths, wholeMonths } from '../planner/whole-months.ts';
import { binOf, blockOf, countedUpTo, placeOf, upToColumns } from '../rollups/bins.ts';
import type { Histogram, PercentileTally } from '../rollups/histograms.ts';
import { join, literal, raw, sql, type Sql } from '../sql.ts';
import { bucketOf, within } from './buckets.ts';
import { rowsIn } from './fact-rows.ts';
import { allOf, passes } from './filters.ts';
import { scannedFact, scannedRollup, type Scanned } from './scanned.ts';

/** What is read of a histogram. */
export interface Held {
  histogram: Histogram;
  series: string;
  slice: Dimension | undefined;
  tally: PercentileTally;
}
type Span = 'day' | 'month';

const conditions = ({ series, slice, tally }: Held, question: Question, span: Span, days: Sql): Sql => {
  const own = (name: Dimension | undefined) => question.filters.filter((filter) => filter.dimension === name);
  const among = eligible(question, tally, 'r');
  return allOf([
    sql`r.series = ${literal(series)}`,
    sql`r.dimension = ${literal(slice ?? '')}`,
    sql`r.span = ${literal(span)}`,
    ...passes(sql`r.shop`, own('SHOP')),
    ...(slice ? passes(sql`r.value`, own(slice)) : []),
    days,
    ...(among ? [among] : []),
  ]);
};

function fromHistogram(held: Held, question: Question, window: Window, span: Span, days: Sql): Sql {
  const key = (index: number) => {
    const name = question.by[index];
    return name === 'SHOP' ? sql`r.shop` : name !== undefined && name === held.slice ? sql`r.value` : sql`''`;
  };
  return sql`select ${bucketOf(question, window, sql`r.day`)} as bucket, ${key(0)} as k1, ${key(1)} as k2, r.block, ${raw(upToColumns.map((name) => `r.${name}`).join(', '))}
from ${raw(held.histogram.table)} r where ${conditions(held, question, span, days)}`;
}

/** Days that no whole month of the histogram holds, put into the same bins as they are read. */
function fromFacts({ tally }: Held, question: Question, window: Window, days: (day: Sql) => Sql): Sql {
  const { fact, clock, value, whole } = tally;
  const rows = rowsIn(fact, clock, question, window);
  const among = eligible(question, tally);
  const from = rows.from([days(rows.day), ...(among ? [among] : []), sql`(${whole})`]);
  return sql`select f.bucket, f.k1, f.k2, ${blockOf(sql`f.bin`)} as block, ${countedUpTo(placeOf(sql`f.bin`), sql`f.n`)} from (
select ${rows.bucket} as bucket, ${rows.k1} as k1, ${rows.k2} as k2, ${binOf(value)} as bin, count(*) as n
${from} group by 1, 2, 3, 4
) f group by 1, 2, 3, 4`;
}

const between = (day: Sql, { from, to }: { from: string; to: string }): Sql =>
  sql`${day} between ${from}::date and ${to}::date`;
const inOneOf =
  (periods: readonly { from: string; to: string }[]) =>
  (day: Sql): Sql =>
    sql`(${join(
      periods.map((period) => between(day, period)),
      ' or ',
    )})`;

/** A comparison is cut where today cuts the period, and no bin tells the days of its month. */
const readsWholeMonths = (question: Question, window: Window): boolean =>
  window.kind === undefined && readsMonths(question, window);

/** Only the shop's total is kept by day; of a slice, days beside the whole months are read from the facts. */
export const readsDays = ({ slice }: Held, question: Question, window: Window): boolean =>
  slice === undefined || readsWholeMonths(question, window);

const spansOf = (question: Question, window: Window): ReturnType<typeof wholeMonths> =>
  readsWholeMonths(question, window)
    ? wholeMonths(window)
    : { months: null, edges: [{ from: window.from, to: window.to }] };

/** Cells (bucket, k1, k2, block, how many up to each place) that together hold every value of the window once. */
export function cellsOf(held: Held, question: Question, window: Window): Sql {
  const { months, edges } = spansOf(question, window);
  const parts: Sql[] = [];
  if (months) parts.push(fromHistogram(held, question, window, 'month', between(sql`r.day`, months)));
  if (edges.length > 0 && held.slice === undefined) {
    const days = sql`${within(question, window, sql`r.day`)} and ${inOneOf(edges)(sql`r.day`)}`;
    parts.push(fromHistogram(held, question, window, 'day', days));
  }
  if (edges.length > 0 && held.slice !== undefined) parts.push(fromFacts(held, question, window, inOneOf(edges)));
  return join(parts, '\nunion all\n');
}

/** What is gone through for them. */
export function scannedCells(held: Held, question: Question, window: Window): Scanned[] {
  const { histogram, series, slice, tally } = held;
  const { months, edges } = spansOf(question, window);
  const spans = [...(months ? ['month'] : []), ...(edges.length > 0 && slice === undefined ? ['day'] : [])];
  const key = [
    sql`r.series = ${literal(series)}`,
    sql`r.dimension = ${literal(slice ?? '')}`,
    sql`r.span in (${join(spans.map(literal), ', ')})`,
  ];
  return [
    ...(spans.length > 0 ? [scannedRollup(histogram.table, question, window, { key })] : []),
    ...(slice === undefined
      ? []
      : edges.map((edge) => scannedFact(tally.fact, tally.clock, question, { ...window, ...edge }))),
  ];
}
