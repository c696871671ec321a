import { constants } from 'node:zlib';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import type { ApiConfig } from '../../config.ts';
import type { Authenticator } from '../auth/authenticate.ts';
import { Budgets } from '../graphql/budget.ts';
import { Compiled, compiling } from '../graphql/compiled.ts';
import { RequestContext } from '../graphql/context.ts';
import { documentLimits, limits } from '../graphql/document-limits.ts';
import { Documents, registered } from '../graphql/documents.ts';
import { errorFormatter, timedOut } from '../graphql/errors.ts';
import { gate } from '../graphql/gate.ts';
import { foresight } from '../graphql/reads-once.ts';
import { Replies } from '../graphql/replies.ts';
import { httpStatus } from '../graphql/status.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { observe } from '../telemetry/observe.ts';
import { traceOperations } from '../telemetry/trace-operations.ts';
import { OWN_PAGE_HEADER, principalOf } from './guard.ts';
import { revalidate } from './revalidate.ts';

function apolloServer(schema: GraphQLSchema, config: ApiConfig, metrics: Metrics | null): ApolloServer<RequestContext> {
  const compiled = new Compiled();
  const replies = new Replies(config.answerCacheMb * 1e6);
  metrics?.watch('rapport_graphql_programs', 'Documents that are kept as compiled programs.', () => compiled.programs);
  return new ApolloServer<RequestContext>({
    gateway: compiling(schema, compiled, replies),
    stringifyResult: (result) => replies.textOf(result),
    // Who may introspect is decided per role by the gate; the server as a whole may.
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: { requestHeaders: [OWN_PAGE_HEADER, 'apollo-require-preflight', 'x-apollo-operation-name'] },
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [documentLimits],
    formatError: errorFormatter(config.log),
    logger: {
      debug() {},
      info() {},
      warn: (message: unknown) => config.log({ level: 'warn', event: 'graphql', message: String(message) }),
      error: (message: unknown) => config.log({ level: 'error', event: 'graphql', message: String(message) }),
    },
    plugins: [
      registered(),
      gate(new Budgets(config.costPerMinute)),
      foresight(),
      observe(metrics, config.log),
      ...(config.tracing ? [traceOperations(config.tracing)] : []),
      httpStatus(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
}

/** An answer is sent once: half the time to pack it is worth a tenth more bytes. Small ones are not worth a thread. */
const quickly = {
  threshold: 1024,
  syncThreshold: 64 * 1024,
  encodings: ['zstd', 'br', 'gzip', 'deflate'] as ('zstd' | 'br' | 'gzip' | 'deflate')[],
  zlibOptions: { level: 1, chunkSize: 128 * 1024 },
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
};

const takesGzip = ({ headers }: FastifyRequest): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(headers['accept-encoding'] ?? '');

/** An answer that was packed when it was asked for before; null: it is to be packed as any other. */
function packedBefore(
  request: FastifyRequest,
  reply: FastifyReply,
  { remembered: { reply: kept } }: RequestContext,
  body: string,
): Buffer | null {
  if (!kept?.packed || !takesGzip(request) || !body.startsWith(kept.head)) return null;
  const bytes = kept.packed.with(body.slice(kept.head.length));
  if (bytes)
    reply.headers({
      'content-encoding': 'gzip',
      vary: [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '),
    });
  return bytes;
}

/** `/graphql`: who asks is settled before the body is read. */
export async function graphqlRoute(
  app: FastifyInstance,
  schema: GraphQLSchema,
  config: ApiConfig,
  pool: pg.Pool,
  authenticator: Authenticator,
  metrics: Metrics | null,
): Promise<() => Promise<void>> {
  const apollo = apolloServer(schema, config, metrics);
  await apollo.start();
  const documents = new Documents(config.documents, config.documentsOnlyFor).keepFit(schema, config.log);
  const contexts = new WeakMap<FastifyRequest, RequestContext>();
  const contextOf = (request: FastifyRequest): RequestContext => {
    const context = contexts.get(request);
    if (!context) throw new Error('A GraphQL request came without being authenticated.');
    return context;
  };
  const answer = fastifyApolloHandler(apollo, { context: async (request) => contextOf(request) });

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    exposeHeadRoute: false,
    compress: quickly,
    onRequest: async (request: FastifyRequest) => {
      contexts.set(
        request,
        new RequestContext(await principalOf(request, authenticator), pool, config.operations ?? null),
      );
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header('cache-control', 'no-store');
      const context = contextOf(request);
      const { reads, principal } = context;
      context.document = documents.textOf(request.method === 'GET' ? request.query : request.body, principal);
      const late = setTimeout(() => reads.abandon(timedOut()), config.requestTimeoutMs);
      reply.raw.once('close', () => reply.raw.writableFinished || reads.abandon(new Error('The client has gone.')));
      try {
        const body = revalidate(request, reply, (await answer.call(app, request, reply)) as string);
        return packedBefore(request, reply, context, body) ?? body;
      } finally {
        clearTimeout(late);
        // The answer need not wait until its connection is given back.
        void reads.close();
      }
    },
  });
  return () => apollo.stop();
}
