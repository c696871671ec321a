import type { LocalizedText } from '../../vocabulary/index.ts';
import type { Metric } from '../catalogue.ts';

/** A definition of a metric, and when it held. */
export interface MetricVersion {
  version: number;
  /** First day on which it was in force. */
  since: string;
  /** First day of the next one; null: in force. */
  until: string | null;
  description: LocalizedText;
  numerator: LocalizedText;
  denominator: LocalizedText | null;
  /** Why the next one replaced it; null: in force. */
  replaced: LocalizedText | null;
}

type Told = Pick<Metric, 'version' | 'since' | 'description' | 'numerator' | 'denominator'> & {
  replaced?: LocalizedText;
};

/** Every definition of a metric, the oldest first, the one in force last. */
export function versionsOf(metric: Metric): MetricVersion[] {
  const all: Told[] = [...(metric.earlier ?? []), metric];
  return all.map(({ version, since, description, numerator, denominator, replaced }, index) => ({
    version,
    since,
    until: all[index + 1]?.since ?? null,
    description,
    numerator,
    denominator: denominator ?? null,
    replaced: replaced ?? null,
  }));
}

const earlier = new WeakMap<object, Metric>();

/** The metric as it was meant in one of its versions; undefined: it never had that one. The same version gives the same object. */
export function metricAt(metric: Metric, version: number): Metric | undefined {
  if (version === metric.version) return metric;
  const declared = metric.earlier?.find((each) => each.version === version);
  if (!declared) return undefined;
  let was = earlier.get(declared);
  if (!was) {
    const { knownOn: _learned, earlier: _earlier, needs: _needs, ...common } = metric;
    earlier.set(declared, (was = { ...common, ...declared } as Metric));
  }
  return was;
}
