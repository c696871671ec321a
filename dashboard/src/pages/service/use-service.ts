import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useSparkWindow } from '../../filters/use-windows.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { useMetrics } from '../../metric/use-metrics.ts';
import { backlogQuery } from './queries.ts';

export const headline = [
  'FIRST_RESPONSE_MINUTES_P50',
  'RESPONSE_IN_TIME_RATE',
  'RESOLUTION_HOURS_P50',
  'FIRST_CONTACT_RESOLUTION_RATE',
  'CSAT',
  'TRANSFER_RATE',
  'BOT_CONTAINMENT_RATE',
  'ANSWERED_CALL_RATE',
] as const satisfies readonly MetricId[];

export const scored = [
  'SERVICE_CASES',
  'FIRST_RESPONSE_MINUTES_P50',
  'FIRST_CONTACT_RESOLUTION_RATE',
  'CSAT',
  'TRANSFER_RATE',
] as const satisfies readonly MetricId[];

export const handOver = [
  'HANDOVER_RATE',
  'HANDOVER_WAIT_SECONDS_P50',
  'HANDOVER_ANSWERED_RATE',
  'SELF_SERVICE_SHARE',
  'CALL_WAIT_SECONDS_P50',
] as const satisfies readonly MetricId[];

export function useHeadline() {
  const { compare } = useFilters();
  const totals = useMetrics({ metrics: headline, compare });
  const history = useMetrics({ metrics: headline, period: useSparkWindow(), grain: 'MONTH' });
  const byChannel = useMetrics({ metrics: ['RESPONSE_IN_TIME_RATE'], by: ['CHANNEL'], limit: 12 });
  return { totals, history, byChannel };
}

export function useAgents() {
  const cards = useMetrics({ metrics: scored, by: ['AGENT'], limit: 15 });
  const whole = useMetrics({ metrics: scored });
  return { cards, whole };
}

export function useHandOver() {
  const { compare } = useFilters();
  return useMetrics({ metrics: handOver, compare: compare.slice(0, 1) });
}

export function useBacklog() {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['backlog', shop],
    queryFn: async ({ signal }) => (await request(backlogQuery, { shop }, signal)).backlog,
    placeholderData: keepPreviousData,
  });
}
