import type { Metric } from '../catalogue.ts';
import { isAdditive, type AdditiveMetric } from '../measures.ts';
import type { Plan } from '../planner/plan.ts';
import { identityKey } from '../sql.ts';
import { fromDailyRollup, fromFacts } from './additive.ts';
import { customersFromFacts, fromChains, fromGaps, repurchaseFromFacts } from './customers.ts';
import { percentilesFromFacts } from './percentiles.ts';
import type { Reading } from './reading.ts';

export interface Planned {
  metric: Metric;
  plan: Plan;
}

/** One pass over one relation: metrics with the same key share it. */
interface Pass {
  key: string;
  of(metrics: readonly Metric[]): Reading;
}

type OfKind<Kind extends Metric['kind']> = Extract<Metric, { kind: Kind }>;
const only = <Kind extends Metric['kind']>(metrics: readonly Metric[], ...kinds: Kind[]): OfKind<Kind>[] =>
  metrics.filter((metric): metric is OfKind<Kind> => (kinds as string[]).includes(metric.kind));
const additive = (metrics: readonly Metric[]): (Metric & AdditiveMetric)[] =>
  metrics.filter((metric): metric is Metric & AdditiveMetric => isAdditive(metric));

function passOverFacts(metric: Metric): Pass {
  const { relation, clocks } = metric.fact;
  switch (metric.kind) {
    case 'percentile':
      return {
        key: `percentile ${metric.clock} ${identityKey(metric.value)} ${identityKey(metric.whole)}`,
        of: (metrics) => percentilesFromFacts(metric, only(metrics, 'percentile')),
      };
    case 'distinct':
    case 'repeat':
      return { key: 'customers', of: (metrics) => customersFromFacts(only(metrics, 'distinct', 'repeat')) };
    case 'repurchase':
      return { key: 'repurchase', of: (metrics) => repurchaseFromFacts(only(metrics, 'repurchase')) };
    case 'count':
    case 'sum':
    case 'mean':
    case 'ratio':
      return {
        key: `orders ${metric.clock}`,
        of: (metrics) => fromFacts(relation, clocks[metric.clock], additive(metrics)),
      };
  }
}

function passOf({ metric, plan: { source } }: Planned): Pass {
  switch (source.from) {
    case 'daily rollup':
      return {
        key: source.rollup.table,
        of: (metrics) => fromDailyRollup(source.rollup, source.slice, additive(metrics)),
      };
    case 'customer rollup':
      return {
        key: `customers by ${source.chain}`,
        of: (metrics) => fromChains(source.chain, only(metrics, 'distinct', 'repeat')),
      };
    case 'repurchase rollup':
      return { key: 'gaps', of: (metrics) => fromGaps(only(metrics, 'repurchase')) };
    case 'facts':
      return passOverFacts(metric);
  }
}

/** One pass for all metrics that share a source. */
export function readingsOf(planned: readonly Planned[]): Reading[] {
  const found = new Map<string, { pass: Pass; metrics: Metric[] }>();
  for (const each of planned) {
    const pass = passOf(each);
    const shared = found.get(pass.key) ?? { pass, metrics: [] };
    shared.metrics.push(each.metric);
    found.set(pass.key, shared);
  }
  return [...found.values()].map(({ pass, metrics }) => pass.of(metrics));
}
