import { comparisonOf, seriesOf, type ComparisonKind, type MetricAnswer } from './types.ts';

export interface LateShare {
  /** Share of late orders among those whose promise is known to be kept or broken. */
  now: number;
  before: number;
  /** The metric's rate within late orders and within those on time, this period. */
  late: number;
  onTime: number;
}

/** How much of a rate's change goes with fewer or more late parcels: the weight of the late slice, and the rates within. */
export function lateShareOf(answer: MetricAnswer, metric: string, kind: ComparisonKind): LateShare | undefined {
  const late = seriesOf(answer, metric, 'late')?.points[0];
  const onTime = seriesOf(answer, metric, 'on_time')?.points[0];
  const [lateBefore, onTimeBefore] = [comparisonOf(late, kind)?.denominator, comparisonOf(onTime, kind)?.denominator];
  if (late?.value == null || onTime?.value == null || !late.denominator || !onTime.denominator) return undefined;
  if (!lateBefore || !onTimeBefore) return undefined;
  return {
    now: late.denominator / (late.denominator + onTime.denominator),
    before: lateBefore / (lateBefore + onTimeBefore),
    late: late.value,
    onTime: onTime.value,
  };
}
