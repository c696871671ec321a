import { declarations, type MetricId } from '../catalogue.ts';
import { planFor, rollupRead } from '../planner/plan.ts';
import { readRequest } from '../planner/request.ts';
import { prompt } from '../rollups/registry.ts';
import { talliesOf } from '../tallies.ts';

/** Any month will do: the plan of a figure by month and shop is the same for all. */
const aMonth = { from: '2000-01-01', to: '2000-01-31' };

const isKeptAtOnce = (table: string | undefined): boolean =>
  table === undefined || prompt.some((rollup) => rollup.table === table);

/**
 * Metrics whose months come from rollups that every publish keeps: what every load can afford to ask for. Others may be stale when it
 * asks, and percentiles may move by a bin, which is no revision.
 */
export const watched: readonly MetricId[] = declarations
  .filter((metric) => {
    const question = readRequest({ metrics: [metric.id], period: aMonth, grain: 'MONTH' });
    const plans = talliesOf(metric).map((tally) => planFor(tally, question));
    return plans.every((plan) => plan.source.from !== 'facts' && isKeptAtOnce(rollupRead(plan)));
  })
  .map(({ id }) => id);
