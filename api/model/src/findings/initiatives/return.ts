import { answerMetrics, type MetricDefinition } from '../../metrics/index.ts';
import { minorDigits } from '../../vocabulary/index.ts';
import type { Reached } from './definition.ts';
import type { Horizon, Return } from './finding.ts';
import type { PanelRequest, Reading } from './panel.ts';

/** What a customer who comes back brings: the mean value of an order of the groups reached, in minor units. Sales, not profit. */
async function worthOfOrder(
  { db, access, bounds }: Reading,
  { dimension, where }: PanelRequest,
  reached: Reached,
  { period }: Horizon,
) {
  const groups = { dimension, in: reached.scopeValues };
  const asked = { metrics: ['AVERAGE_ORDER_VALUE' as const], period, where: [...where, groups] };
  const { series } = await answerMetrics(db, asked, access, bounds);
  const [point] = series[0]?.points ?? [];
  return point && point.value !== null ? point.value * 10 ** minorDigits(reached.currency) : null;
}

const comesBack: ReadonlySet<MetricDefinition['kind']> = new Set(['REPURCHASE']);

/** What it cost against what it brought; null where the cost is not known or outcomes cannot be counted. */
export async function returnOf(
  reading: Reading,
  asked: PanelRequest,
  reached: Reached,
  horizon: Horizon,
  definition: MetricDefinition,
): Promise<Return | null> {
  const { effect, interval, treatedAfter } = horizon;
  const countable = definition.unit === 'PERCENT' && definition.polarity !== 'NEUTRAL';
  if (reached.costMinor === null || effect === null || !interval || !treatedAfter || !countable) return null;
  const sign = definition.polarity === 'LOWER_IS_BETTER' ? -1 : 1;
  const [low = 0, high = 0] = [interval.low, interval.high]
    .map((bound) => bound * sign * treatedAfter.rows)
    .toSorted((a, b) => a - b);
  const outcomes = effect * sign * treatedAfter.rows;
  const worth = comesBack.has(definition.kind) ? await worthOfOrder(reading, asked, reached, horizon) : null;
  const sales = (count: number) => (worth === null ? null : Math.round(count * worth));
  return {
    currency: reached.currency,
    costMinor: reached.costMinor,
    outcomes,
    outcomesLow: low,
    outcomesHigh: high,
    costPerOutcomeMinor: low > 0 ? Math.round(reached.costMinor / outcomes) : null,
    worthMinor: worth === null ? null : Math.round(worth),
    valueMinor: sales(outcomes),
    valueLowMinor: sales(low),
    valueHighMinor: sales(high),
  };
}
