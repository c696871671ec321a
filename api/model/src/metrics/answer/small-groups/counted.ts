import { addDays } from '../../planner/calendar.ts';
import { metricById } from '../../catalogue.ts';
import type { MetricAnswer, MetricPoint, MetricRequest, MetricSeries, Period } from '../types.ts';
import { countedOf, mayPart, neededFor, stretchesOf, type Counted } from './edges.ts';

export type Ask = (request: MetricRequest) => Promise<MetricAnswer>;

/** Kinds whose figures of two periods can be subtracted; of the others two periods tell nothing but how many there were. */
const additive = new Set<string>(['count', 'sum', 'mean', 'ratio', 'rate', 'index', 'across', 'stock']);
const isAdditive = (id: string): boolean => additive.has(metricById(id)?.kind ?? '');

export const addressOf = ({ metric, key }: MetricSeries): string =>
  JSON.stringify([metric.id, ...key.map(({ value }) => value)]);

const periodsOf = ({ bucket, bucketEnd, comparisons }: MetricPoint): Period[] => [
  { from: bucket, to: bucketEnd },
  ...comparisons.map(({ period }) => period),
];
const edgesOf = ({ from, to }: Period): string[] => [from, addDays(to, 1)];

/** Tells whether a period of a series begins or ends where it may not. */
export type IsCut = (series: MetricSeries, period: Period) => boolean;

/** Counts what lies around the edges of an answer, slice by slice, and judges them by it. */
export async function cutsOf(ask: Ask, request: MetricRequest, answer: MetricAnswer): Promise<IsCut> {
  const metrics = [...new Set(answer.series.map(({ metric }) => metric.id))].filter(isAdditive);
  const edges = new Set(answer.series.flatMap(({ points }) => points.flatMap(periodsOf)).flatMap(edgesOf));
  if (metrics.length === 0 || edges.size === 0) return () => false;
  const plain = { ...request, metrics, compare: [], events: [], against: null };
  const needed = neededFor([...edges]);
  const monthly = await ask({ ...plain, grain: 'MONTH', period: needed.months });
  const daily: MetricAnswer[] = [];
  for (const period of stretchesOf(needed.days)) daily.push(await ask({ ...plain, grain: 'DAY', period }));
  const counts = countsOf(monthly, daily);
  const isWhole = [monthly, ...daily].every(({ truncatedSeries }) => truncatedSeries === 0);
  const judged = new WeakMap<MetricSeries, (edge: string) => boolean>();
  const judgeOf = (series: MetricSeries): ((edge: string) => boolean) => {
    const counted = counts.get(addressOf(series));
    // What was not counted had none, where all was.
    if (!counted?.everywhere && !isWhole) return () => false;
    return remembering((edge) => counted === undefined || mayPart(edge, counted));
  };
  return (series, period) => {
    if (!isAdditive(series.metric.id)) return false;
    let judge = judged.get(series);
    if (!judge) judged.set(series, (judge = judgeOf(series)));
    return edgesOf(period).some((edge) => !judge(edge));
  };
}

function remembering(judge: (edge: string) => boolean): (edge: string) => boolean {
  const known = new Map<string, boolean>();
  return (edge) => {
    let found = known.get(edge);
    if (found === undefined) known.set(edge, (found = judge(edge)));
    return found;
  };
}

function countsOf(
  monthly: MetricAnswer,
  daily: readonly MetricAnswer[],
): Map<string, Counted & { everywhere: boolean }> {
  const samples = (series: readonly MetricSeries[]): [string, number][] =>
    series.flatMap(({ points }) => points.map(({ bucket, sample }): [string, number] => [bucket, sample]));
  const addresses = new Set([monthly, ...daily].flatMap(({ series }) => series.map(addressOf)));
  const found = [monthly, ...daily].map(({ series }) => Map.groupBy(series, addressOf));
  return new Map(
    [...addresses].map((address): [string, Counted & { everywhere: boolean }] => {
      const [months, ...days] = found.map((each) => samples(each.get(address) ?? []));
      const everywhere = found.every((each) => each.has(address));
      return [address, { ...countedOf(new Map(months), new Map(days.flat())), everywhere }];
    }),
  );
}
