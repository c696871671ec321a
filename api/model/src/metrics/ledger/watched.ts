import { declarations, type MetricId } from '../catalogue.ts';
import { planFor } from '../planner/plan.ts';
import { readRequest } from '../planner/request.ts';
import { talliesOf } from '../tallies.ts';

/** Any month will do: the plan of a figure by month and shop is the same for all. */
const aMonth = { from: '2000-01-01', to: '2000-01-31' };

/** Metrics whose months come from rollups: what every load can afford to ask for. Each metric that gets a rollup joins them. */
export const watched: readonly MetricId[] = declarations
  .filter((metric) => {
    const question = readRequest({ metrics: [metric.id], period: aMonth, grain: 'MONTH' });
    return talliesOf(metric).every((tally) => planFor(tally, question).source.from !== 'facts');
  })
  .map(({ id }) => id);
