import { metricById, polarityOf, targetOf, type Metric } from '../catalogue.ts';
import { moneyOf, type Money } from './money.ts';
import type { MetricHead } from './types.ts';

export const headOf = (metric: Metric, { decimals, currency }: Money): MetricHead => ({
  id: metric.id,
  title: metric.title,
  unit: metric.unit.name,
  decimals,
  polarity: polarityOf(metric),
  version: metric.version,
  currency,
  target: targetOf(metric),
});

/** How figures of a metric are shown where they are in this currency; null: there is no such metric. */
export function metricHead(id: string, currency: string): MetricHead | null {
  const metric = metricById(id);
  return metric ? headOf(metric, moneyOf(metric, [currency])) : null;
}
