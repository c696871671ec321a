import { catchUpOn, ingest, type IngestReport } from '@rapport/etl';
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
  /** Other loads follow at once: what they leave to be made anew is made after the last of them, by `catchUpOn`. */
  moreToCome?: boolean;
  /** Stops the run; nothing of it is published, and its row says so. */
  signal?: AbortSignal;
}

/** One ingestion with a progress bar on standard error: the same for `ingest` and the demo. */
export async function load(config: Config, { moreToCome = false, ...request }: LoadRequest): Promise<IngestReport> {
  const progress = new Progress(process.stderr);
  try {
    const report = await ingest({
      ...request,
      moreToCome,
      actor: commandLineActor(),
      home: config.home,
      masterKey: config.masterKey ?? null,
      secrets: secretsOf(config),
      onProgress: ({ stage, records, bytes, bytesTotal }) => {
        if (stage !== 'done') progress.show({ stage, done: records, unit: 'rows', share: bytes / bytesTotal });
      },
    });
    if (report.state !== 'dry-run' && !moreToCome) await catchUpOn(request.databaseUrl, sayWhatWasLeft);
    return report;
  } finally {
    progress.end();
  }
}
