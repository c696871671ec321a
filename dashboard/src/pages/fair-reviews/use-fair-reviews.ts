import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { ReviewVerdict } from '../../gql/graphql.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { doubtedQuery, fairnessQuery, judgeMutation } from './queries.ts';

export function useFairness() {
  const { shop, period } = useFilters();
  return useQuery({
    queryKey: ['review fairness', shop, period],
    queryFn: async ({ signal }) => (await request(fairnessQuery, { shop, period }, signal)).reviewFairness,
    placeholderData: keepPreviousData,
  });
}

const SHOWN = 20;

export function useDoubted(judged: boolean) {
  const { shop, period } = useFilters();
  const may = useMayDrill();
  const where = { shop, period, judged };
  return useQuery({
    queryKey: ['doubted reviews', where],
    enabled: may,
    queryFn: async ({ signal }) => (await request(doubtedQuery, { first: SHOWN, where }, signal)).doubtedReviews,
    placeholderData: keepPreviousData,
  });
}

export const useJudge = () =>
  useOperation(
    async (input: { id: string; verdict: ReviewVerdict | null }) => (await request(judgeMutation, input)).judgeReview,
  );
