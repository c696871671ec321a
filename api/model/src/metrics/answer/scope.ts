import type { Scope } from '../../vocabulary/index.ts';
import { metricById } from '../catalogue.ts';
import { refuse } from '../errors.ts';
import type { DimensionFilter, MetricAnswer } from './types.ts';

interface Filtered {
  metrics?: readonly string[];
  metric?: string;
  where?: DimensionFilter[] | null;
}

/** Kinds that follow a customer from an order of the scope to later ones, which may be anybody's. */
const following = new Set<string>(['retention', 'depth', 'survival']);

function refuseFollowing(id: string): void {
  if (!following.has(metricById(id)?.kind ?? '')) return;
  refuse(
    'BEYOND_SCOPE',
    'metrics',
    `${id} follows customers to orders outside your scope, so it cannot be told of your rows alone.`,
    `${id} 会追踪顾客在您负责范围之外的订单，因此无法只按您的范围计算。`,
  );
}

/** The same question about the rows of the scope alone. A metric whose rows do not tell whose they are is refused by this filter. */
export function withinScope<Request extends Filtered>(request: Request, scope: Scope | null | undefined): Request {
  if (!scope) return request;
  for (const id of [...(request.metrics ?? []), ...(request.metric === undefined ? [] : [request.metric])])
    refuseFollowing(id);
  const own: DimensionFilter = { dimension: scope.dimension, in: [...scope.values] };
  return { ...request, where: [...(request.where ?? []), own] };
}

/** A row of the scope may carry codes of others too: of two merchants of an order one is named. */
export function namedInScope(answer: MetricAnswer, scope: Scope | null | undefined): MetricAnswer {
  if (!scope) return answer;
  const isForeign = ({ key }: MetricAnswer['series'][number]): boolean =>
    key.some(({ dimension, value }) => dimension === scope.dimension && !scope.values.includes(value ?? ''));
  const cutByScope = answer.series.some(({ key }) => key.some(({ dimension }) => dimension === scope.dimension));
  return {
    ...answer,
    series: answer.series.filter((each) => !isForeign(each)),
    // How many others there are is not theirs to know either.
    truncatedSeries: cutByScope ? 0 : answer.truncatedSeries,
    explain: answer.explain.map((each) => ({ ...each, unidentifiedOrders: null })),
  };
}
