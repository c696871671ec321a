import { clockOf } from '../facts/fact.ts';
import type { MetricDeclaration, Outcome } from '../grammar.ts';

const isOrderDated = ({ fact, clock }: Outcome): boolean =>
  Object.hasOwn(fact.clocks, clock) && clockOf(fact, clock).dated === 'ORDER_DATED';

/** A figure is completed from orders of known age, by kinds of which it is known how a part of them ends as the whole. */
export function checkRipening(metric: MetricDeclaration): [key: string, holds: boolean, problem: string][] {
  const { knownOn, kind } = metric;
  if (!knownOn) return [];
  const outcomes = [knownOn.part, ...(knownOn.whole ? [knownOn.whole] : [])];
  return [
    [
      'knownOn',
      outcomes.every(isOrderDated),
      'must date its rows by their orders: the age of a bucket is that of its orders.',
    ],
    [
      'knownOn',
      ['count', 'ratio', 'rate', 'mean', 'across'].includes(kind),
      `does not fit ${kind}: what such a figure will come to does not follow from a part of it. Leave it out.`,
    ],
    [
      'knownOn.whole',
      kind !== 'mean' || knownOn.whole !== undefined,
      'is missing: a mean ripens above and below the line.',
    ],
    ['maturesAfterDays', metric.maturesAfterDays > 0, 'must be above 0 where outcomes come later.'],
  ];
}
