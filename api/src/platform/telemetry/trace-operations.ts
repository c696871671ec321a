import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../graphql/context.ts';
import type { Tracing } from './tracing.ts';

/** One span an operation, by the hash of its document; the statements it reads with are its children. */
export function traceOperations(tracing: Tracing): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ request, contextValue }) {
      const { principal, reads } = contextValue;
      const parent = request.http?.headers.get('traceparent');
      const span = tracing.begin('graphql operation', { 'rapport.role': principal.role }, parent);
      reads.tracedBy(span);
      return {
        async willSendResponse({ response, operation, queryHash }) {
          if (response.body.kind !== 'single') return;
          const { errors, extensions } = response.body.singleResult;
          const code = errors?.[0]?.extensions?.['code'];
          const cost = (extensions?.['cost'] as { requested: number } | undefined)?.requested ?? 0;
          span.end(typeof code === 'string' ? code : errors ? 'INTERNAL' : 'ok', {
            'graphql.operation.type': operation?.operation ?? 'none',
            'rapport.document': queryHash?.slice(0, 12) ?? '',
            'rapport.cost': cost,
          });
        },
      };
    },
  };
}
