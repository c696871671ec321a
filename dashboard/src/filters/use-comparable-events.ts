import { useQuery } from '@tanstack/react-query';

import { request } from '../api/graphql.ts';
import { graphql } from '../gql/index.ts';
import type { ComparableEventsQuery } from '../gql/graphql.ts';
import type { Period } from '../metric/types.ts';

const query = graphql(`
  query ComparableEvents($period: PeriodInput!, $shop: String) {
    comparableEvents(period: $period, shop: $shop) {
      code
      label {
        en
        zh
      }
      told
      inside
      day
      earlierDay
      compared {
        from
        to
      }
    }
  }
`);

export type ComparableEvent = ComparableEventsQuery['comparableEvents'][number];

/** The events a period can be aligned to, those inside it first. */
export const useComparableEvents = (period: Period, shop: string, enabled = true) =>
  useQuery({
    queryKey: ['comparable-events', period, shop],
    queryFn: async ({ signal }): Promise<ComparableEvent[]> =>
      (await request(query, { period, shop }, signal)).comparableEvents,
    enabled,
  });
