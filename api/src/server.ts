import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import type pg from 'pg';
import { loadRuleSets } from '@rapport/model/findings';
import { openPool } from '@rapport/model/schema';
import { readConfig, type ApiConfig, type ApiOptions } from './config.ts';
import { openAnswers } from './modules/metrics/index.ts';
import { openRuleSets } from './modules/rules/index.ts';
import { boundQueue } from './platform/database/queue.ts';
import { Authenticator } from './platform/auth/authenticate.ts';
import { Provider } from './platform/auth/provider/provider.ts';
import { Exports, openExports } from './platform/exports/exports.ts';
import { Documents } from './platform/graphql/documents.ts';
import { downloadRoute } from './platform/http/download.route.ts';
import { errorAnswer, notFoundBody } from './platform/http/error-answer.ts';
import { graphqlRoute } from './platform/http/graphql.route.ts';
import { healthRoutes, type Lifecycle } from './platform/http/health.route.ts';
import { printRoute } from './platform/http/print.route.ts';
import { pushRoutes } from './platform/http/push.route.ts';
import { serveShell } from './platform/http/shell.ts';
import { signInRoutes } from './platform/http/sign-in.route.ts';
import { unsubscribeRoutes } from './platform/http/unsubscribe.route.ts';
import { serveMetrics } from './platform/telemetry/metrics.server.ts';
import { Metrics } from './platform/telemetry/metrics.ts';
import { buildApiSchema } from './schema.ts';

const BODY_LIMIT = 100 * 1024;
/** Answers that take longer than this to finish are cut off when the server stops. */
const DRAIN_MS = 8000;

export interface RunningApi {
  url: string;
  /** Where Prometheus asks; null where nobody may. */
  metricsUrl: string | null;
  /** Answers what has begun, refuses what comes after, then lets go of the database. */
  close(): Promise<void>;
}

async function secure(app: FastifyInstance): Promise<void> {
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    // Plain HTTP on a LAN is a supported way to run: nothing here may force https; a proxy that ends TLS adds HSTS.
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });
  await app.register(fastifyCompress, { threshold: 1024 });
}

function fastify(config: ApiConfig): FastifyInstance {
  const app = Fastify({
    logger: false,
    trustProxy: config.trustProxy,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 500 },
  });
  app.setErrorHandler(errorAnswer(config.log));
  return app;
}

/** Files of exports, where there is a directory for them. */
async function exporting(
  app: FastifyInstance,
  { exports: settings, documents, documentsOnlyFor, log }: ApiConfig,
  pool: pg.Pool,
  authenticator: Authenticator,
): Promise<Exports | null> {
  if (!settings) return null;
  const known = new Documents(documents, documentsOnlyFor);
  const exports = new Exports(pool, buildApiSchema(), {
    ...settings,
    mostBytes: settings.mostMb * 1e6,
    assertKnown: (query, principal) => void known.textOf({ query }, principal),
    log,
  });
  await exports.open();
  openExports(pool, exports);
  downloadRoute(app, { pool, authenticator, exports });
  return exports;
}

/** Starts the API (and the built dashboard, if there is one) on one port. */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const config = readConfig(options);
  const pool = openPool(config.databaseUrl, {
    max: config.poolSize,
    application: 'rapport api',
    statementTimeout: config.statementTimeoutMs,
    connectionTimeout: 2000,
    noticeGone: 500,
  });
  boundQueue(pool, config.queueSize);
  openAnswers(pool, { cacheBytes: config.answerCacheMb * 1e6, factRows: config.mostFactRows });
  openRuleSets(pool, config.ruleSets ?? loadRuleSets());
  const lifecycle: Lifecycle = { closing: false };
  const metrics = config.metricsPort === undefined ? null : new Metrics(pool);
  const authenticator = new Authenticator(pool, { idleMinutes: config.sessionIdleMinutes, insider: config.insider });
  const app = fastify(config);
  await secure(app);
  // A connection kept alive behind its last answer would hold the server open for more than a minute.
  app.addHook('onSend', async (_, reply) => {
    if (lifecycle.closing) reply.header('connection', 'close');
  });
  app.addHook('onResponse', async (request, reply) =>
    metrics?.answered(request.url, reply.statusCode, reply.elapsedTime / 1000),
  );
  healthRoutes(app, pool, lifecycle);
  const stopGraphql = await graphqlRoute(app, buildApiSchema(), config, pool, authenticator, metrics);
  if (config.intake) await pushRoutes(app, config.intake, pool);
  const exports = await exporting(app, config, pool, authenticator);
  printRoute(app, { pool, authenticator, printing: config.printing ?? null });
  await unsubscribeRoutes(app, config.operations ?? null);
  const shell = await serveShell(app, config.dashboardDir);
  let reached = config.publicUrl;
  const provider = config.provider ? new Provider(config.provider, () => `${reached}/sign-in/provider/answer`) : null;
  signInRoutes(app, { config, pool, authenticator, provider, shell });
  app.setNotFoundHandler((request, reply) => {
    const page =
      ['GET', 'HEAD'].includes(request.method) &&
      !/^\/(assets|downloads|graphql|ingest|print|unsubscribe)(\/|$|\?)/.test(request.url);
    return page ? shell(reply) : reply.code(404).send(notFoundBody);
  });

  const url = await app.listen({ host: config.host, port: config.port }).catch(async (error: unknown) => {
    await pool.end();
    throw portError(error, config);
  });
  reached ??= url;
  const metricsServer = metrics && (await serveMetrics(metrics, config.metricsPort ?? 0));
  config.log({ level: 'info', event: 'api_listening', url });
  return {
    url,
    metricsUrl: metricsServer?.url ?? null,
    async close() {
      lifecycle.closing = true;
      await new Promise((left) => setTimeout(left, config.leaveMs));
      await exports?.close();
      const impatient = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
      await app.close();
      clearTimeout(impatient);
      await stopGraphql();
      await metricsServer?.close();
      await pool.end();
    },
  };
}

function portError(error: unknown, { host, port }: ApiConfig): unknown {
  if ((error as { code?: string }).code !== 'EADDRINUSE') return error;
  return new Error(
    `Port ${port} on ${host} is taken. Choose another with --port or PORT, or stop what listens there.`,
    { cause: error },
  );
}
