import { quantile } from './asking.ts';
import type { Against, Measured } from './measure.ts';

const groups: readonly [name: string, kinds: readonly string[]][] = [
  ['counts, sums, means, ratios', ['COUNT', 'SUM', 'MEAN', 'RATIO', 'RATE', 'INDEX', 'ACROSS']],
  ['distinct and repeat customers', ['DISTINCT', 'REPEAT']],
  ['repurchase within days', ['REPURCHASE']],
  ['percentiles', ['PERCENTILE']],
  ['retention, depth, share back', ['RETENTION', 'DEPTH', 'SURVIVAL']],
];

/** What grew: the middle of the same questions in the larger shop against the smaller one. */
export function growthOf(large: Measured, small: Measured | undefined): number {
  const asked = small?.database.length ?? 0;
  return quantile(large.database.slice(0, asked), 0.5) / quantile(small?.database ?? [], 0.5);
}

const one = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(1));
const median = (values: readonly number[]): string => one(quantile(values, 0.5));

/** A table for the documentation: every kind with its own slowest metric. */
export function summary(
  measured: readonly Measured[],
  small: ReadonlyMap<string, Measured>,
  against: readonly Against[],
): string[] {
  const rows = groups.flatMap(([name, kinds]) => {
    const own = measured.filter(({ kind }) => kinds.includes(kind));
    if (own.length === 0) return [];
    const slowest = own.toSorted((a, b) => b.databaseP95 - a.databaseP95)[0]!;
    const rivals = against.filter(({ metric }) => own.some((each) => each.metric === metric));
    const grown = own.map((each) => growthOf(each, small.get(each.metric)));
    const answers = own.flatMap((each) => each.answers);
    return [
      `| ${name} | ${own.length} | ${median(own.flatMap(({ database }) => database))} | ${one(slowest.databaseP95)} (${slowest.metric}) | ${one(quantile(answers, 0.95))} | ${quantile(grown, 0.5).toFixed(2)}, ${Math.max(...grown).toFixed(2)} | ${median(rivals.map(({ plain }) => plain))} | ${median(rivals.flatMap(({ duck }) => duck ?? []))} |`,
    ];
  });
  return [
    '| kind | metrics | database p50, ms | database p95 of the slowest, ms | API p95, ms | growth for ten times the facts: median, most | × plain SQL | × DuckDB |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ];
}
