import { catchUpOn, ingest, ingestTogether, type IngestReport, type ProgressListener } from '@rapport/etl';
import type { Config } from '../config.ts';
import { commandLineActor } from './actor.ts';
import { sayWhatWasLeft } from './catch-up.ts';
import { Progress } from './progress.ts';
import { secretsOf } from './secrets.ts';

export interface LoadRequest {
  databaseUrl: string;
  source: string;
  /** A source with a connection is fetched without one. */
  from?: string;
  trigger: 'cli' | 'demo';
  dryRun?: boolean;
  allowDeletes?: boolean;
  /** Guard findings that are right as they are, by name or number. */
  acceptGuards?: readonly string[];
  /** Forgets how far a connection has been read. */
  anew?: boolean;
  /** Stops the run; nothing of it is published, and its row says so. */
  signal?: AbortSignal;
}

const houseOf = (config: Config) => ({
  actor: commandLineActor(),
  home: config.home,
  masterKey: config.masterKey ?? null,
  secrets: secretsOf(config),
});

async function withProgress<T>(work: (onProgress: ProgressListener) => Promise<T>): Promise<T> {
  const progress = new Progress(process.stderr);
  try {
    return await work(({ stage, records, bytes, bytesTotal }) => {
      if (stage !== 'done') progress.show({ stage, done: records, unit: 'rows', share: bytes / bytesTotal });
    });
  } finally {
    progress.end();
  }
}

/** One ingestion with a progress bar on standard error: the same for `ingest` and the demo. */
export const load = (config: Config, request: LoadRequest): Promise<IngestReport> =>
  withProgress(async (onProgress) => {
    const report = await ingest({ ...request, ...houseOf(config), onProgress });
    if (report.state !== 'dry-run') await catchUpOn(request.databaseUrl, { log: sayWhatWasLeft, home: config.home });
    return report;
  });

interface LoadsRequest extends Pick<LoadRequest, 'databaseUrl' | 'trigger'> {
  deliveries: readonly { source: string; from: string }[];
  onLoaded(report: IngestReport): void;
}

/** Several systems of one shop; with none it makes what an earlier start left. */
export const loadTogether = (config: Config, { deliveries, ...request }: LoadsRequest): Promise<void> =>
  withProgress(async (onProgress) => {
    await ingestTogether(deliveries, { ...request, ...houseOf(config), onProgress });
    await catchUpOn(request.databaseUrl, { log: sayWhatWasLeft, home: config.home });
  });
