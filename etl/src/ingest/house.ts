import type pg from 'pg';
import type { SecretResolver } from '../connect/secrets.ts';
import { addressOf, translateDatabaseError } from '../kit/errors/database-error.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import type { DeliveredFile } from '../kit/files/discover.ts';
import type { Delivery } from '../kit/files/ledger.ts';
import type { GuardedAs } from '../kit/guards/guard.ts';
import type { Connections } from '../kit/run/connections.ts';
import type { Errand } from '../kit/run/errand.ts';
import type { Note } from '../kit/run/note.ts';
import type { Progress, ProgressListener } from '../kit/run/progress.ts';
import type { Run } from '../kit/run/run.ts';
import type { Stage } from '../kit/run/stages.ts';
import type { Source } from '../kit/source/source.ts';

export interface IngestOptions {
  databaseUrl: string;
  /** Name of a source. */
  source: string;
  /** The directory that holds its files; a source with a connection is asked for its rows without one. */
  from?: string;
  /** Of a connection: only rows whose cursor lies in [from, to); what it remembers of its place stays as it is. */
  range?: { from: Date; to: Date };
  /** Rapport's home; the master key is kept there unless one is given. */
  home: string;
  masterKey?: string | null;
  /** Where secrets of connections are found. */
  secrets?: SecretResolver;
  /** Of a connection: forgets how far it has been read. */
  anew?: boolean;
  trigger?: string;
  /** Show what would be loaded and quarantined; change nothing. */
  dryRun?: boolean;
  /** Believe a snapshot that lacks more than a fifth of the published rows. */
  allowDeletes?: boolean;
  /** Other systems of the shop are loaded right after: while nothing of it is open to readers, its journeys are left to `openShops`. */
  moreToCome?: boolean;
  /** Settled when what its rows are staged against is published; its files are read meanwhile. */
  after?: Promise<void>;
  onProgress?: ProgressListener;
  /** Stops the run; nothing of it is published. */
  signal?: AbortSignal;
  /** A run that has not been heard of for so long may be ended by another one. */
  leaseMs?: number;
  /** How long others may publish, or hold a table it writes, before this one gives up. */
  waitToPublishMs?: number;
  errand?: Errand;
  /** What guards compare it with; where absent, the trigger tells. */
  guardAs?: GuardedAs;
  /** Guard findings (by name or number) that are right as they are. */
  acceptGuards?: readonly string[];
  /** Who has it loaded, as the audit names them. */
  actor?: string;
}

/** What is loaded, where it is not simply what lies in a folder. */
export interface Task {
  source: Source;
  /** Called by the holder of the source's turn. */
  find?(house: House): Promise<Found>;
  /** Records out of quarantine. */
  replay?: boolean;
  /** Publishes for the eyes of one transaction, which is then taken back. */
  preview?: { before(tx: pg.Client): Promise<void>; after(tx: pg.Client, run: Run): Promise<void> };
}

/** What a load and its rehearsal work with. */
export interface House {
  options: IngestOptions;
  task: Task;
  source: Source;
  connections: Connections;
  control: pg.Client;
  progress: Progress;
  /** What is to be said of how it was fetched. */
  notes?: readonly Note[];
}

export interface Found {
  files: DeliveredFile[];
  delivery: Delivery;
}

export function failureOf(error: unknown, { signal, databaseUrl }: IngestOptions, stage: Stage): IngestError {
  if (error instanceof IngestError && error.code === 'interrupted') return error;
  if (signal?.aborted) return new IngestError('interrupted', { stage });
  return translateDatabaseError(error, addressOf(databaseUrl));
}
