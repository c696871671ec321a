import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useSparkWindow, useYearWindow } from '../../filters/use-windows.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { useMetrics } from '../../metric/use-metrics.ts';
import { badReviewsQuery } from './queries.ts';

export const headline = [
  'POSITIVE_SHARE_RECEIVED',
  'POSITIVE_SHARE_WRITTEN',
  'BAD_REVIEW_RATE',
  'REVIEW_REPLY_48H_RATE',
  'BAD_REVIEW_RECOVERY_RATE',
  'REVIEW_INVITATION_RATE',
  'NPS',
  'REFERRAL_RATE',
] as const satisfies readonly MetricId[];

export const asked = [
  'REVIEWS_RECEIVED',
  'INVITED_SHARE',
  'FOLLOW_UP_SHARE',
  'BAD_REVIEW_REPLY_HOURS_P50',
  'SURVEY_RESPONSE_RATE',
  'CLOSED_LOOP_RATE',
] as const satisfies readonly MetricId[];

export function useVoice() {
  const { compare } = useFilters();
  const totals = useMetrics({ metrics: headline, compare });
  const history = useMetrics({ metrics: headline, period: useSparkWindow(), grain: 'MONTH' });
  const mentions = useMetrics({ metrics: ['MENTION_POSITIVE_SHARE', 'MENTION_NEGATIVE_SHARE'] });
  const referrals = useMetrics({
    metrics: ['REFERRAL_AFTER_GOOD_CONTACT_RATE', 'REFERRAL_AFTER_BAD_CONTACT_RATE'],
    period: useYearWindow(),
  });
  return { totals, history, mentions, referrals };
}

export function useAsked() {
  const { compare } = useFilters();
  return useMetrics({ metrics: asked, compare: compare.slice(0, 1) });
}

/** As many as are read before one acts. */
const SHOWN = 8;

export function useBadReviews() {
  const { shop, regions } = useFilters();
  const may = useMayDrill();
  const where = {
    shop,
    maxScore: 2,
    unanswered: true,
    ...(regions.length > 0 ? { dimensions: [{ dimension: 'REGION' as const, in: [...regions] }] } : {}),
  };
  return useQuery({
    queryKey: ['bad-reviews', where],
    enabled: may,
    queryFn: async ({ signal }) => (await request(badReviewsQuery, { first: SHOWN, where }, signal)).reviews,
    placeholderData: keepPreviousData,
  });
}
