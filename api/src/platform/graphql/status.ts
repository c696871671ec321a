import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from './context.ts';

const later = new Set(['TIMED_OUT', 'OVERLOADED', 'DATABASE_UNAVAILABLE']);
const misread = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

const some = (errors: readonly GraphQLFormattedError[], codes: Set<string>): boolean =>
  errors.some((error) => codes.has(String(error.extensions?.['code'])));

/** Clients of before GraphQL had a media type read only answers with status 200, so a mistake in the query is told them in one. */
const readsOnly200 = (accept: string | undefined): boolean =>
  accept !== undefined && accept.includes('application/json') && !accept.includes('application/graphql-response+json');

/** What an answer without data is called in HTTP. */
export function httpStatus(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ request }) {
      return {
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const { data, errors } = response.body.singleResult;
          const { stale } = contextValue.reads;
          if (stale) {
            response.http.headers.set('warning', '110 - "Response is Stale"');
            response.body.singleResult.extensions = { ...response.body.singleResult.extensions, stale };
          }
          const wait = errors?.find(({ extensions }) => extensions?.['code'] === 'BUDGET_SPENT')?.extensions;
          if (wait) response.http.headers.set('retry-after', String(wait['retryAfter']));
          if (!errors || data) return;
          if (some(errors, later)) {
            response.http.status = 503;
            response.http.headers.set('retry-after', '1');
          } else if (
            response.http.status === 400 &&
            some(errors, misread) &&
            readsOnly200(request.http?.headers.get('accept'))
          ) {
            response.http.status = 200;
          }
        },
      };
    },
  };
}
