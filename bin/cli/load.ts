import { ingest, type IngestReport } from '@rapport/etl';
import type { Config } from '../config.ts';
import { Progress } from './progress.ts';

export interface LoadRequest {
  databaseUrl: string;
  source: string;
  from: string;
  trigger: 'cli' | 'demo';
  dryRun?: boolean;
  allowDeletes?: boolean;
  signal?: AbortSignal;
}

/** One ingestion with a progress bar on standard error: the same for `ingest` and the demo. */
export async function load(config: Config, request: LoadRequest): Promise<IngestReport> {
  const progress = new Progress(process.stderr);
  try {
    return await ingest({
      dryRun: false,
      allowDeletes: false,
      ...request,
      home: config.home,
      masterKey: config.masterKey ?? null,
      onProgress: (event) =>
        progress.show(
          event.file === undefined ? event.stage : `${event.stage} ${event.file}`,
          event.rows,
          null,
          'rows',
        ),
    });
  } finally {
    progress.end();
  }
}
