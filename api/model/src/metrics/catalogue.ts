import type { Dimension, LocalizedText } from '../vocabulary/index.ts';
import { checkCatalogue } from './check.ts';
import { complaints } from './complaints/index.ts';
import { cost } from './cost/index.ts';
import { demand } from './demand/index.ts';
import { loyalty } from './loyalty/index.ts';
import { products } from './products/index.ts';
import { promise } from './promise/index.ts';
import { reputation } from './reputation/index.ts';
import { returns } from './returns/index.ts';
import { service } from './service/index.ts';
import { shopping } from './shopping/index.ts';
import { voice } from './voice/index.ts';
import type { Clock, FactName } from './facts.ts';
import { clockOf } from './facts/fact.ts';
import type { KnownName } from './feeds/feeds.ts';
import { needsOf } from './feeds/needs.ts';
import type { MetricArea, MetricDeclaration, MetricKind, MetricUnit, Polarity, Target } from './grammar.ts';
import { dimensionsOf, factsOf } from './tallies.ts';
import { versionsOf, type MetricVersion } from './versions/versions.ts';

const declared = [
  ...demand,
  ...loyalty,
  ...promise,
  ...voice,
  ...shopping,
  ...service,
  ...complaints,
  ...returns,
  ...reputation,
  ...products,
  ...cost,
] as const;

export type MetricId = (typeof declared)[number]['id'];
export type Metric = MetricDeclaration & { id: MetricId };
/** Every metric, in the order of the guide; checked once, when the process starts. */
export const declarations: readonly Metric[] = checkCatalogue<Metric>(declared);
const byId = new Map<string, Metric>(declarations.map((metric) => [metric.id, metric]));
export const metricById = (id: string): Metric | undefined => byId.get(id);

/** What readers are told of a metric. */
export interface MetricDefinition {
  id: MetricId;
  area: MetricArea;
  title: LocalizedText;
  description: LocalizedText;
  numerator: LocalizedText;
  denominator: LocalizedText | null;
  kind: MetricKind;
  /** What a row is: parcels, service cases. */
  rows: LocalizedText;
  /** Whose rows stand behind it: of a metric across two facts, the numerator's and the denominator's. */
  facts: readonly FactName[];
  clock: Clock;
  /** Which day dates it. */
  datedBy: LocalizedText;
  unit: MetricUnit;
  decimals: number;
  polarity: Polarity;
  target: Target | null;
  minSample: number;
  maturesAfterDays: number;
  version: number;
  since: string;
  /** Every definition it had, the oldest first, the one in force last. */
  versions: readonly MetricVersion[];
  owner: string;
  dimensions: readonly Dimension[];
  notes: readonly LocalizedText[];
  /** What a shop must deliver for the figure to be known. */
  needs: readonly KnownName[];
}

const polarities = { higher: 'HIGHER_IS_BETTER', lower: 'LOWER_IS_BETTER', neither: 'NEUTRAL' } as const;
export const polarityOf = (metric: MetricDeclaration): Polarity => polarities[metric.better];

export function targetOf({ target }: MetricDeclaration): Target | null {
  if (!target) return null;
  return 'atLeast' in target
    ? { condition: 'AT_LEAST', value: target.atLeast }
    : { condition: 'AT_MOST', value: target.atMost };
}

/** Two facts date their rows each by its own day. */
function datedBy(metric: Metric): LocalizedText {
  const own = clockOf(metric.fact, metric.clock).meaning;
  if (metric.kind !== 'across') return own;
  const per = clockOf(metric.per.fact, metric.per.clock).meaning;
  return { en: `${own.en}; out of what, by ${per.en}`, zh: `分子按${own.zh}，分母按${per.zh}` };
}

const definitionOf = (metric: Metric): MetricDefinition => ({
  id: metric.id,
  area: metric.area,
  title: metric.title,
  description: metric.description,
  numerator: metric.numerator,
  denominator: metric.denominator ?? null,
  kind: metric.kind === 'customers' ? 'DISTINCT' : (metric.kind.toUpperCase() as MetricKind),
  rows: metric.fact.rows,
  facts: factsOf(metric).map(({ name }) => name as FactName),
  clock: clockOf(metric.fact, metric.clock).dated,
  datedBy: datedBy(metric),
  unit: metric.unit.name,
  decimals: metric.unit.decimals,
  polarity: polarityOf(metric),
  target: targetOf(metric),
  minSample: metric.minSample,
  maturesAfterDays: metric.maturesAfterDays,
  version: metric.version,
  since: metric.since,
  versions: versionsOf(metric),
  owner: metric.owner,
  dimensions: dimensionsOf(metric),
  notes: metric.notes ?? [],
  needs: needsOf(metric),
});
export const catalogue: readonly MetricDefinition[] = declarations.map(definitionOf);
