import type { Formatter } from '../format/index.ts';
import type { MetricComparison, MetricHead, MetricPoint } from '../metric/types.ts';

/** The comparison a sentence speaks about: the period before, else the year before. */
export function mainComparison(point: MetricPoint | undefined): MetricComparison | undefined {
  const comparisons = point?.comparisons ?? [];
  return comparisons.find(({ kind }) => kind === 'PREVIOUS_PERIOD') ?? comparisons[0];
}

/** ", up 7.4 points" · ", down 10.1%" · ", no different from before" · nothing where there is nothing to compare with. */
export function movement(head: MetricHead, comparison: MetricComparison | undefined, format: Formatter): string {
  if (!comparison || comparison.change == null || comparison.verdict === 'UNKNOWN') return '';
  if (comparison.significant === false || comparison.verdict === 'NOISE') {
    return format.say({ en: ', not distinguishable from before', zh: '，与前期无法区分' });
  }
  const amount = format.delta(comparison, head, { long: true, bare: true });
  const up = comparison.change > 0;
  return format.say({ en: `, ${up ? 'up' : 'down'} ${amount}`, zh: `，${up ? '上升' : '下降'} ${amount}` });
}

/** The same where it is more than noise, else nothing: a second sentence need not say twice that nothing moved. */
export function realMovement(head: MetricHead, comparison: MetricComparison | undefined, format: Formatter): string {
  return comparison?.significant ? movement(head, comparison, format) : '';
}

/** Where the figure stands against its target, and whether the interval decides it. */
export function againstTarget(head: MetricHead, point: MetricPoint, format: Formatter): string {
  const { target } = head;
  if (!target || point.value == null || point.status === 'NO_TARGET' || point.status === 'TOO_FEW') return '';
  const aim = format.trimmed(target.value, head);
  if (point.interval && point.interval.low <= target.value && point.interval.high >= target.value) {
    return format.say({ en: `, at the target of ${aim} within noise`, zh: `，与目标 ${aim} 在噪声之内持平` });
  }
  const short = format.change(Math.abs(target.value - point.value), head, { long: true, bare: true });
  return point.status === 'MET'
    ? format.say({ en: `, better than the target of ${aim}`, zh: `，优于目标 ${aim}` })
    : format.say({ en: `, ${short} short of the target of ${aim}`, zh: `，距目标 ${aim} 还差 ${short}` });
}

/** A point a sentence may tell: large enough to rate, and shown at all. */
export const rated = (point: MetricPoint | undefined): MetricPoint | undefined =>
  point && point.status !== 'TOO_FEW' && !point.suppressed ? point : undefined;
