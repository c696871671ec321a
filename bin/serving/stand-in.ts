import type { StandIn } from '@rapport/etl';
import type { Config } from '../config.ts';
import type { Database } from '../cli/database.ts';
import { secretsOf } from '../cli/secrets.ts';
import { tracingLoads } from '../telemetry/of-config.ts';
import type { OpenTracing } from '../telemetry/tracing.ts';
import { printLogLine } from './log.ts';

/** What persons ask for is done by this process as long as no worker is alive. */
export async function standIn(config: Config, { url, pool }: Database, tracing: OpenTracing | null): Promise<StandIn> {
  const { standInForWorkers } = await import('@rapport/etl');
  return standInForWorkers({
    databaseUrl: url,
    home: config.home,
    masterKey: config.masterKey ?? null,
    secrets: secretsOf(config),
    deliveries: config.deliveries,
    log: tracingLoads(pool, tracing, (level, event, fields) => printLogLine({ level, event, ...fields })),
  });
}
