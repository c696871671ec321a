import { useQueries } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { EvidenceQuery, EvidenceQuestion } from '../../gql/graphql.ts';
import { evidenceQuery } from './queries.ts';

export const questions: readonly EvidenceQuestion[] = [
  'Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q9', 'Q10', 'Q11',
]; // prettier-ignore

export type EvidenceAnswer = EvidenceQuery['evidence'][number];
export type EvidencePart = EvidenceAnswer['parts'][number];

/** Each question by itself: what is known stands while the others are worked out. */
export function useEvidence() {
  const { shop } = useFilters();
  return useQueries({
    queries: questions.map((id) => ({
      queryKey: ['evidence', shop, id],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await request(evidenceQuery, { shop, questions: [id] }, signal)).evidence[0] ?? null,
    })),
  });
}
