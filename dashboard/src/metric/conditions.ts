import type { Cut } from '../filters/cuts.ts';
import type { Dimension, DimensionFilter } from '../gql/graphql.ts';
import type { MetricAnswer } from './types.ts';

/** What the page is filtered by. */
export interface PageConditions {
  shop: string;
  regions: readonly string[];
  cuts: readonly Cut[];
}

type Carried = (metric: string) => readonly string[] | undefined;

/** As the API takes it: a dimension that one of these metrics does not carry would be refused, and is left out; so are those kept apart. */
export function conditionsFor(
  { shop, regions, cuts }: PageConditions,
  metrics: readonly string[],
  carried: Carried,
  apart: readonly string[] = [],
): DimensionFilter[] {
  const holds = (dimension: string): boolean =>
    metrics.every((metric) => carried(metric)?.includes(dimension) ?? dimension === 'REGION');
  return [
    { dimension: 'SHOP', in: [shop] },
    ...(regions.length > 0 && holds('REGION') ? [{ dimension: 'REGION' as const, in: [...regions] }] : []),
    ...cuts
      .filter(({ dimension }) => holds(dimension) && !apart.includes(dimension))
      .map(({ dimension, values }) => ({ dimension: dimension as Dimension, in: values })),
  ];
}

interface Part<Metric> {
  metrics: Metric[];
  where: DimensionFilter[];
}

/** Figures that carry other dimensions are asked for apart, so that one of them does not take a filter from the rest. */
export function partsOf<Metric extends string>(
  page: PageConditions,
  metrics: readonly Metric[],
  carried: Carried,
  apart?: readonly string[],
): Part<Metric>[] {
  const parts = new Map<string, Part<Metric>>();
  for (const metric of metrics) {
    const where = conditionsFor(page, [metric], carried, apart);
    const key = where.map(({ dimension }) => dimension).join();
    parts.set(key, { where, metrics: [...(parts.get(key)?.metrics ?? []), metric] });
  }
  return [...parts.values()];
}

/** One answer again, its series in the order they were asked for. */
export function joined(answers: readonly [MetricAnswer, ...MetricAnswer[]], metrics: readonly string[]): MetricAnswer {
  const [first] = answers;
  if (answers.length === 1) return first;
  return {
    ...first,
    series: answers
      .flatMap(({ series }) => series)
      .toSorted((a, b) => metrics.indexOf(a.metric.id) - metrics.indexOf(b.metric.id)),
    truncatedSeries: Math.max(...answers.map(({ truncatedSeries }) => truncatedSeries)),
    explain: answers.flatMap(({ explain }) => explain),
  };
}
