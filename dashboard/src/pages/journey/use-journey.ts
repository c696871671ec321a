import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useFilterConditions } from '../../metric/use-metrics.ts';
import { stagesQuery, stepsQuery } from './queries.ts';
import type { JourneySearch } from './search.ts';

const SEGMENT = 'FIRST_OR_REPEAT';

/** Whose journeys: the page's filters, what became of them, and by what the first stage is cut. */
export function useJourneyChoice() {
  const { ended: outcome = 'ALL', segment = SEGMENT }: JourneySearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (next: { outcome?: string; segment?: string }): void => {
    const wanted = { outcome, segment, ...next };
    const search = {
      ended: wanted.outcome === 'ALL' ? undefined : wanted.outcome,
      segment: wanted.segment === SEGMENT ? undefined : wanted.segment,
    } as JourneySearch;
    void navigate({ to: '/journey-flow', search, resetScroll: false });
  };
  return { outcome, segment, change };
}

export function useJourney() {
  const { outcome, segment } = useJourneyChoice();
  const { shop, period } = useFilters();
  const asked = { shop, period, outcome, where: useFilterConditions(['ORDERS']) };
  const stages = useQuery({
    queryKey: ['journey-stages', asked, segment],
    queryFn: async ({ signal }) => (await request(stagesQuery, { ...asked, by: segment }, signal)).journeyStages,
    placeholderData: keepPreviousData,
  });
  const steps = useQuery({
    queryKey: ['journey-steps', asked],
    queryFn: async ({ signal }) => (await request(stepsQuery, asked, signal)).journeySteps,
    placeholderData: keepPreviousData,
  });
  return { stages, steps };
}
