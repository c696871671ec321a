import type { MetricAnswer, MetricHead, MetricPoint } from './types.ts';
import { seriesOf, slicesOf } from './types.ts';

export interface ScorecardCell {
  head: MetricHead;
  point: MetricPoint | undefined;
  tooFew: boolean;
  /** Apart from the whole by more than noise, on the better or the worse side. */
  tone: 'good' | 'bad' | undefined;
}

export interface ScorecardRow {
  key: string;
  label: { en: string; zh: string };
  cells: ScorecardCell[];
}

/** One row a slice in the order of the first metric's samples; slices without a value of their own are left out. */
export function scorecardRows(
  metrics: readonly string[],
  answer: MetricAnswer,
  whole: MetricAnswer | undefined,
): ScorecardRow[] {
  const [first] = metrics;
  if (first === undefined) return [];
  return slicesOf(answer, first).flatMap((series): ScorecardRow[] => {
    const [key] = series.key;
    if (!key?.value) return [];
    const value = key.value;
    return [
      {
        key: value,
        label: key.label,
        cells: metrics.flatMap((metric) => {
          const total = whole && seriesOf(whole, metric);
          const own = slicesOf(answer, metric).find((each) => each.key[0]?.value === value);
          const head = own?.metric ?? total?.metric;
          return head ? [cellOf(head, own?.points[0], total?.points[0])] : [];
        }),
      },
    ];
  });
}

function cellOf(head: MetricHead, point: MetricPoint | undefined, whole: MetricPoint | undefined): ScorecardCell {
  const tooFew = point?.status === 'TOO_FEW';
  const cell = { head, point, tooFew, tone: undefined };
  if (tooFew || !point?.interval || whole?.value == null || head.polarity === 'NEUTRAL') return cell;
  const { low, high } = point.interval;
  if (low <= whole.value && high >= whole.value) return cell;
  return { ...cell, tone: low > whole.value === (head.polarity === 'HIGHER_IS_BETTER') ? 'good' : 'bad' };
}
