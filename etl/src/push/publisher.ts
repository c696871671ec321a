import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import { catchUp } from '../catch-up.ts';
import { ingest } from '../ingest.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { openDataKey, readMasterKey } from '../kit/privacy/keys.ts';
import type { Errand } from '../kit/run/errand.ts';
import { pushedFileName } from '../kit/source/pushed.ts';
import type { WorkerLog } from '../schedule/log.ts';
import { codeOf, troubleOf } from '../schedule/troubles.ts';
import {
  countWaiting,
  forgetOld,
  settleFailed,
  settlePublished,
  takeBatches,
  waitingSources,
  type WaitingBatch,
} from './batches.ts';

const BATCH_BYTES = 32 * 1024 * 1024;
const MOST_BATCHES = 500;
/** What a process that died left is nobody's after a while. */
const LEFT_MS = 3_600_000;

export interface PublisherOptions {
  databaseUrl: string;
  db: Queryable;
  home: string;
  masterKey: string | null;
  /** How long rows gather before they are published together. */
  everyMs?: number;
  log: WorkerLog;
}

/**
 * Publishes what was pushed, in small loads, a source at a time. Several processes may: the source's own lock lets one of them,
 * and a batch is settled in the transaction that publishes it.
 */
export class PushPublisher {
  readonly #options: PublisherOptions;
  readonly #stop = new AbortController();
  /** Sources of which a load with several batches failed: the batch at fault is looked for one by one. */
  readonly #careful = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<unknown> = Promise.resolve();

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  start(): this {
    this.#timer = setTimeout(() => {
      this.#round = this.round()
        .catch((error: unknown) => this.#options.log('warn', 'push.round', { code: codeOf(error) }))
        .then(() => void (this.#stop.signal.aborted || this.start()));
    }, this.#options.everyMs ?? 2_000);
    return this;
  }

  /** A load under way is interrupted; its batches wait for the next process. */
  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#stop.abort();
    await this.#round;
  }

  /** Publishes what waits now. */
  async round(): Promise<void> {
    await forgetOld(this.#options.db);
    for (const source of await waitingSources(this.#options.db)) {
      while (!this.#stop.signal.aborted && (await this.#publishSome(source)));
    }
  }

  /** True: more may be waiting. */
  async #publishSome(source: string): Promise<boolean> {
    const { db, home, masterKey } = this.#options;
    const key = await openDataKey(db, readMasterKey(masterKey, home), true);
    const most = { bytes: BATCH_BYTES, batches: this.#careful.has(source) ? 1 : MOST_BATCHES };
    const batches = await takeBatches(db, key, source, most);
    if (batches.length === 0) {
      this.#careful.delete(source);
      return false;
    }
    const held = new HeldBatches(batches.map(({ id }) => id));
    try {
      await this.#load(source, batches, held);
      return true;
    } catch (error) {
      return this.#giveBack(source, batches, held, error);
    }
  }

  async #load(source: string, batches: readonly WaitingBatch[], errand: Errand): Promise<void> {
    const { databaseUrl, home, masterKey } = this.#options;
    const folder = makeFolder(home, source);
    try {
      for (const batch of batches) await writeBatch(folder, batch);
      const { signal } = this.#stop;
      await ingest({
        databaseUrl,
        home,
        masterKey,
        source,
        from: folder,
        trigger: 'push',
        guardAs: 'batch',
        errand,
        signal,
      });
      await catchUp(this.#options.db, this.#options.log);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  async #giveBack(
    source: string,
    batches: readonly WaitingBatch[],
    held: HeldBatches,
    error: unknown,
  ): Promise<boolean> {
    const code = codeOf(error);
    if (troubleOf(error) !== 'lasting') {
      this.#options.log('info', 'push.later', { source, code });
      return false;
    }
    this.#options.log('error', 'push.failed', { source, code, batches: batches.length });
    const [only] = batches;
    if (only && batches.length === 1) await settleFailed(this.#options.db, only.id, held.runId, code);
    else this.#careful.add(source);
    return true;
  }
}

/** Batches in the hands of one run. */
class HeldBatches implements Errand {
  runId: string | null = null;
  readonly #ids: readonly string[];

  constructor(ids: readonly string[]) {
    this.#ids = ids;
  }

  /** Whoever has the source's turn has its batches: what was settled meanwhile was settled by the turn before. */
  async begin(db: pg.Client, runId: string): Promise<boolean> {
    this.runId = runId;
    return (await countWaiting(db, this.#ids)) === this.#ids.length;
  }

  async done(db: pg.Client, runId: string): Promise<void> {
    if ((await settlePublished(db, this.#ids, runId)) !== this.#ids.length)
      throw new IngestError('window_taken', { run: runId, source: 'push', window: this.#ids.join(', ') });
  }
}

/** Nobody else may read it: columns that will be sealed are still in clear. */
function makeFolder(home: string, source: string): string {
  const place = join(home, 'spool', source);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(place)) {
    const path = join(place, name);
    if (name.startsWith('push-') && Date.now() - statSync(path).mtimeMs > LEFT_MS)
      rmSync(path, { recursive: true, force: true });
  }
  const folder = join(place, `push-${randomUUID()}`);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** A batch is as old as its answer. */
async function writeBatch(folder: string, { id, feed, body, receivedAt }: WaitingBatch): Promise<void> {
  const path = join(folder, pushedFileName(feed, id));
  await writeFile(path, body, { mode: 0o600 });
  await utimes(path, receivedAt, receivedAt);
}
