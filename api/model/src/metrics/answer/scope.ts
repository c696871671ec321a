import type { Scope } from '../../vocabulary/index.ts';
import type { DimensionFilter, MetricAnswer } from './types.ts';

interface Filtered {
  where?: DimensionFilter[] | null;
}

/** The same question about the rows of the scope alone. A metric whose rows do not tell whose they are is refused by this filter. */
export function withinScope<Request extends Filtered>(request: Request, scope: Scope | null | undefined): Request {
  if (!scope) return request;
  const own: DimensionFilter = { dimension: scope.dimension, in: [...scope.values] };
  return { ...request, where: [...(request.where ?? []), own] };
}

/** A row of the scope may carry codes of others too: of two merchants of an order one is named. */
export function namedInScope(answer: MetricAnswer, scope: Scope | null | undefined): MetricAnswer {
  if (!scope) return answer;
  const isForeign = ({ key }: MetricAnswer['series'][number]): boolean =>
    key.some(({ dimension, value }) => dimension === scope.dimension && !scope.values.includes(value ?? ''));
  const series = answer.series.filter((each) => !isForeign(each));
  const cutByScope = answer.series.some(({ key }) => key.some(({ dimension }) => dimension === scope.dimension));
  return {
    ...answer,
    series,
    // How many others there are is not theirs to know either.
    truncatedSeries: cutByScope ? 0 : answer.truncatedSeries,
    explain: answer.explain.map((each) => ({ ...each, unidentifiedOrders: null })),
  };
}
