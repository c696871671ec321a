import { QueryClient } from '@tanstack/react-query';

import { ApiFailure } from './graphql.ts';

const final = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'DOCUMENTS_ONLY',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'UNREADABLE',
]);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      // A refusal stays a refusal; only a server that stumbled is asked again.
      retry: (failures, error) => failures < 2 && !(error instanceof ApiFailure && final.has(error.code)),
      retryDelay: (attempt) => 300 * 2 ** attempt,
    },
  },
});
