import type { Dimension } from '../vocabulary/index.ts';
import { dimensionNames } from '../vocabulary/index.ts';
import type { Metric } from './catalogue.ts';
import type { Fact } from './facts.ts';
import { isManyValued } from './facts/fact.ts';
import { needsOf } from './feeds/needs.ts';

/** What is read from one fact by one clock. A metric is one tally; one across two facts is two, divided in the answer. */
export type Tally = Exclude<Metric, { kind: 'across' }>;
type Across = Extract<Metric, { kind: 'across' }>;

const split = new WeakMap<Across, readonly [Tally, Tally]>();

function splitAcross(metric: Across): readonly [Tally, Tally] {
  const { part, per, ...own } = metric;
  const common = { ...own, needs: needsOf(metric) };
  const above: Tally =
    part !== 'every row' && 'amount' in part
      ? { ...common, kind: 'sum', amount: part.amount }
      : { ...common, kind: 'count', count: part };
  return [above, { ...common, fact: per.fact, clock: per.clock, kind: 'count', count: per.count }];
}

/** Numerator first; the last one is what the sample is. The same metric gives the same tallies. */
export function talliesOf(metric: Metric): readonly Tally[] {
  if (metric.kind !== 'across') return [metric];
  let tallies = split.get(metric);
  if (!tallies) split.set(metric, (tallies = splitAcross(metric)));
  return tallies;
}

export const factsOf = (metric: Metric): readonly Fact[] => [...new Set(talliesOf(metric).map(({ fact }) => fact))];

/** By what a metric can be cut and filtered: what each of its facts carries. */
export const dimensionsOf = (metric: Metric): Dimension[] =>
  dimensionNames.filter((name) => factsOf(metric).every((fact) => fact.dimensions[name] !== undefined));

/** May a row count in several slices of it? */
export const overlapsIn = (metric: Metric, name: Dimension): boolean =>
  factsOf(metric).some((fact) => isManyValued(fact, name));
