import type { HeatCell, HeatRow } from '../../charts/index.ts';
import { addMonths, earlier, monthEnd } from '../../filters/days.ts';
import type { Measure } from '../../format/index.ts';
import type { CohortRetentionQuery } from '../../gql/graphql.ts';
import { figureData } from '../../metric/figure-data.ts';
import { retentionMetrics } from './use-cohorts.ts';

export type Retention = CohortRetentionQuery['cohortRetention'];
type Cohort = Retention['cohorts'][number];

export const RETENTION_MEASURE: Measure = { unit: 'PERCENT', decimals: 1 };

/** Which metric a column is; most are none. */
export const metricOf = (month: number): string | undefined => (retentionMetrics as Record<number, string>)[month];

function markingOf({ month }: Cohort, cell: Cohort['cells'][number], asOf: string): Pick<HeatCell, 'marking'> {
  const id = metricOf(cell.month);
  const point = { value: cell.share ?? null, bucket: month, bucketEnd: earlier(monthEnd(month), asOf) };
  return id ? { marking: figureData({ id }, point) } : {};
}

/** A month that today lies in is running; one that has not begun lies ahead. Both are unknown, not zero. */
function cellOf(cohort: Cohort, cell: Cohort['cells'][number], asOf: string, minSample: number): HeatCell {
  const size = cohort.size ?? 0;
  if (cell.share === null || cell.share === undefined) {
    if (cell.suppressed) return { value: null, sample: 0 };
    const running = addMonths(cohort.month, cell.month) <= asOf;
    return { value: null, sample: size, ...(running ? { running } : { future: true }) };
  }
  return {
    value: cell.share,
    sample: size,
    counted: cell.customers ?? null,
    interval: cell.interval ?? null,
    tooFew: size < minSample,
    young: cohort.partial,
    ...markingOf(cohort, cell, asOf),
  };
}

/** First month by months since; months without first orders are left out, as are those nobody may be told of. */
export function retentionRows(
  { cohorts, asOf }: Retention,
  write: { month(day: string): string; count(n: number): string },
  minSample: number,
): HeatRow[] {
  return cohorts.flatMap((cohort): HeatRow[] =>
    asOf && cohort.size
      ? [
          {
            key: cohort.month,
            label: write.month(cohort.month),
            note: write.count(cohort.size),
            cells: cohort.cells.map((cell) => cellOf(cohort, cell, asOf, minSample)),
          },
        ]
      : [],
  );
}

/** The deepest shade begins near the strongest settled cell, a lone outlier aside; a round figure. */
export function deepest(rows: readonly HeatRow[]): number {
  const known = rows
    .flatMap((row) => row.cells)
    .flatMap(({ value, tooFew, young }) => (value === null || tooFew || young ? [] : [value]))
    .sort((a, b) => a - b);
  const strong = known[Math.floor(known.length * 0.97)] ?? known.at(-1) ?? 0.01;
  const step = strong < 0.02 ? 0.001 : 0.01;
  return Math.max(step, Math.ceil(strong / step - 1e-9) * step);
}
