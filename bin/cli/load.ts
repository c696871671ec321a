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
  /** Stops the run; nothing of it is published, and its row says so. */
  signal?: AbortSignal;
}

/** One ingestion with a progress bar on standard error: the same for `ingest` and the demo. */
export async function load(config: Config, request: LoadRequest): Promise<IngestReport> {
  const progress = new Progress(process.stderr);
  try {
    return await ingest({
      ...request,
      home: config.home,
      masterKey: config.masterKey ?? null,
      onProgress: ({ stage, records, bytes, bytesTotal }) => {
        if (stage !== 'done') progress.show({ stage, done: records, unit: 'rows', share: bytes / bytesTotal });
      },
    });
  } finally {
    progress.end();
  }
}
