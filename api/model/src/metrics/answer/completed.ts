import type { Metric } from '../catalogue.ts';
import { isShare } from '../grammar.ts';
import { completedOf } from '../maturity/completed.ts';
import type { Ripeness } from '../maturity/known-share.ts';
import { ripeningOf } from '../maturity/streams.ts';
import type { Figure } from './figure.ts';
import type { CompletedEstimate } from './types.ts';

/** Where a young figure will end, in the metric's unit. */
export function completedFigure(
  metric: Metric,
  per: number,
  figure: Figure,
  ripe: readonly Ripeness[] | null,
): CompletedEstimate | null {
  const ripening = ripeningOf(metric);
  if (!ripening || !ripe || figure.value === null) return null;
  const scale = (metric.unit.times ?? 1) / per;
  const seen = { kind: metric.kind, moments: figure.moments, scale };
  return completedOf(isShare(metric) ? { ...seen, most: 1 } : seen, ripening, ripe);
}
