import type { WorkerLog } from '@rapport/etl';
import type { Queryable } from '@rapport/model/schema';
import type { Config } from '../config.ts';
import type { OpenTracing } from './tracing.ts';

/** Null where nothing is traced: then no library of it is loaded. */
export async function tracingOf({ traces }: Pick<Config, 'traces'>, service: string): Promise<OpenTracing | null> {
  if (traces === null) return null;
  const { openTracing } = await import('./tracing.ts');
  return openTracing(traces, service);
}

/** Loads as they are logged, also told as spans: a run whose log line says that it is over is read from the ledger, stage by stage. */
export function tracingLoads(db: Queryable, tracing: OpenTracing | null, log: WorkerLog): WorkerLog {
  if (tracing === null) return log;
  const telling = new Set<Promise<void>>();
  tracing.beforeClose(() => Promise.all(telling));
  return (level, event, fields) => {
    log(level, event, fields);
    const run = fields?.['run'];
    if (!/^load\.(loaded|unchanged|failed)$/.test(event) || run == null) return;
    const told = import('./run-stages.ts')
      .then(({ traceRun }) => traceRun(db, tracing, run))
      .catch(() => undefined)
      .finally(() => telling.delete(told));
    telling.add(told);
  };
}
