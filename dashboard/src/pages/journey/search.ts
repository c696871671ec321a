import { present } from '../../filters/search.ts';
import type { Dimension, JourneyOutcome } from '../../gql/graphql.ts';
import { apiName } from '../../metric/rows-search.ts';

/** Whose journeys are looked at, and cut by what. */
export interface JourneySearch {
  ended?: JourneyOutcome;
  segment?: Dimension;
}

export const outcomes = [
  'ALL',
  'REPURCHASED_90D',
  'COMPLAINED',
  'NEGATIVE_REVIEW',
  'POSITIVE_REVIEW',
  'CANCELED',
] as const satisfies readonly JourneyOutcome[];

export const readJourneySearch = (raw: Record<string, unknown>): JourneySearch =>
  present({
    ended: outcomes.find((outcome) => outcome === raw['ended'] && outcome !== 'ALL'),
    segment: apiName(raw['segment']) as Dimension | undefined,
  }) as JourneySearch;
