import type { RailKind } from '../card/Rail.tsx';
import type { ComparisonKind, MetricComparison } from './types.ts';

export const railOf: Record<ComparisonKind, RailKind> = {
  PREVIOUS_PERIOD: 'previous',
  SAME_PERIOD_LAST_YEAR: 'year',
  SAME_WEEKDAYS_LAST_YEAR: 'weekdays',
  SAME_DAYS_OF_EVENT: 'event',
  GIVEN_PERIOD: 'previous',
};

/** Tells a point's comparisons apart: there is one for each event. */
export const comparisonKey = ({ kind, event }: Pick<MetricComparison, 'kind' | 'event'>): string =>
  event ? `${kind} ${event.code}` : kind;
