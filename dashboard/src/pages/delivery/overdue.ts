import { addDays, later } from '../../filters/days.ts';
import type { DimensionValue, MetricAnswer, MetricPoint, Period } from '../../metric/types.ts';
import { slicesOf } from '../../metric/types.ts';

export const METRIC = 'PROMISE_KEPT_RATE';

/** How long ago the promise was broken, in days before the last day loaded; what is older is lost, not late. */
export const spans = [
  { key: 'week', from: 6, to: 0 },
  { key: 'month', from: 29, to: 7 },
  { key: 'quarter', from: 89, to: 30 },
] as const;

export const spanOf = ({ from, to }: { from: number; to: number }, asOf: string, firstDay: string): Period => ({
  from: later(addDays(asOf, -from), firstDay),
  to: addDays(asOf, -to),
});

/** Orders that were due and have not come: of a share cut to those alone, its denominator. */
export const overdueOf = (point: MetricPoint | undefined): number | null =>
  point === undefined || point.suppressed ? null : (point.denominator ?? null);

export interface OverdueRow {
  key: DimensionValue;
  /** By span; null where nobody may be told. */
  counts: (number | null)[];
}

/** A row a carrier, most overdue first, counted in each span. */
export function overdueRows(answers: readonly (MetricAnswer | undefined)[]): OverdueRow[] {
  const keys = new Map<string, DimensionValue>();
  for (const answer of answers)
    for (const { key } of answer ? slicesOf(answer, METRIC) : []) if (key[0]) keys.set(key[0].value ?? '', key[0]);
  const rows = [...keys.values()].map((key): OverdueRow => ({
    key,
    counts: answers.map((answer) => {
      const own = answer && slicesOf(answer, METRIC).find((each) => (each.key[0]?.value ?? '') === (key.value ?? ''));
      return own ? overdueOf(own.points[0]) : 0;
    }),
  }));
  const sum = ({ counts }: OverdueRow): number => counts.reduce<number>((all, count) => all + (count ?? 0), 0);
  return rows.filter((row) => row.counts.some((count) => count !== 0)).toSorted((a, b) => sum(b) - sum(a));
}
