import type { ApolloServerPlugin } from '@apollo/server';
import type { LogLine } from '../../config.ts';
import type { RequestContext } from '../graphql/context.ts';
import type { Metrics } from './metrics.ts';

/** Answers that take longer are told in the log. */
const SLOW_MS = 1000;

/** Counts operations, and tells of slow ones: by a hash of the document, for what a client writes may name a person. */
export function observe(metrics: Metrics | null, log: (line: LogLine) => void): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      const began = performance.now();
      return {
        async willSendResponse({ response, contextValue: { principal }, queryHash }) {
          if (response.body.kind !== 'single') return;
          const { errors, extensions } = response.body.singleResult;
          const code = errors?.[0]?.extensions?.['code'];
          const outcome = typeof code === 'string' ? code : errors ? 'INTERNAL' : 'ok';
          const cost = (extensions?.['cost'] as { requested: number } | undefined)?.requested ?? 0;
          const ms = performance.now() - began;
          metrics?.operated({ role: principal.role, outcome, cost, seconds: ms / 1000 });
          if (ms < SLOW_MS) return;
          const document = queryHash?.slice(0, 12);
          log({
            level: 'warn',
            event: 'slow_answer',
            document,
            role: principal.role,
            outcome,
            cost,
            ms: Math.round(ms),
          });
        },
      };
    },
  };
}
