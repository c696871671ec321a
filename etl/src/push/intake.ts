import type { Queryable } from '@rapport/model/schema';
import { quarantineReasons, type BatchState, type PushAnswer, type RowAnswer } from '@rapport/model/vocabulary';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { contractOf } from '../kit/feeds/contracts.ts';
import { feedNames, type FeedName } from '../kit/feeds/names.ts';
import { openDataKey, readMasterKey, type DataKey } from '../kit/privacy/keys.ts';
import type { Source } from '../kit/source/source.ts';
import { sourceLibrary } from '../sources/library.ts';
import { keepBatch, knownAnswer, readBatch, waitingBytes } from './batches.ts';
import { checkRows } from './check.ts';
import type { PushedRow } from './rows.ts';

const MOST_ROWS = 10_000;
/** What may wait of one source before no more is taken. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;
const RETRY_AFTER_SECONDS = 5;

interface PushedDelivery {
  source: string;
  feed: string;
  idempotencyKey: string;
  body: Buffer;
}

export interface IntakeOptions {
  db: Queryable;
  home: string;
  masterKey: string | null;
  /** Bytes of a source that may wait. */
  mostWaitingBytes?: number;
}

const isFeed = (name: string): name is FeedName => (feedNames as readonly string[]).includes(name);

/** Takes pushed rows: what passes the contract is kept, sealed, before it is answered for; what does not is told row by row. */
export class PushIntake {
  readonly #options: IntakeOptions;
  #key: Promise<DataKey> | null = null;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  async accept({ source: name, feed, idempotencyKey, body }: PushedDelivery): Promise<PushAnswer> {
    const { db, mostWaitingBytes = MOST_WAITING_BYTES } = this.#options;
    if (!isFeed(feed)) return { outcome: 'unknown_feed', known: feedNames };
    const known = await knownAnswer(db, name, idempotencyKey, body);
    if (known) return again(known);
    const source = pushedSource(name);
    if (!source) return { outcome: 'not_pushed_to', source: name };
    if ((await waitingBytes(db, name)) + body.length > mostWaitingBytes)
      return { outcome: 'full', retryAfterSeconds: RETRY_AFTER_SECONDS };
    const rows = await checkRows(db, source, contractOf(feed), body);
    if (rows.length === 0) return { outcome: 'empty' };
    if (rows.length > MOST_ROWS) return { outcome: 'too_many_rows', most: MOST_ROWS };
    const answer = rows.map(answerOf);
    const passed = rows.filter(({ fault }) => fault === null);
    if (passed.length === 0) return { outcome: 'nothing_accepted', rows: answer };
    const accepted = Buffer.concat(passed.flatMap(({ raw }) => [raw, Buffer.from('\n')]));
    const kept = { source: name, feed, idempotencyKey, body, accepted, rows: passed.length, answer };
    const batch = await keepBatch(db, await this.#dataKey(), kept);
    if (batch === null) return again(await knownAnswer(db, name, idempotencyKey, body));
    return { outcome: 'accepted', batch, repeated: false, rows: answer };
  }

  batch(source: string, id: string): Promise<BatchState | null> {
    return readBatch(this.#options.db, source, id);
  }

  #dataKey(): Promise<DataKey> {
    const { db, home, masterKey } = this.#options;
    this.#key ??= openDataKey(db, readMasterKey(masterKey, home), true);
    this.#key.catch(() => (this.#key = null));
    return this.#key;
  }
}

function again(known: Awaited<ReturnType<typeof knownAnswer>>): PushAnswer {
  if (!known?.same) return { outcome: 'key_reused' };
  return { outcome: 'accepted', batch: known.batch, repeated: true, rows: known.answer };
}

/** Null where there is no such source, where it is broken, and where its rows come another way. */
function pushedSource(name: string): Source | null {
  try {
    const source = sourceLibrary().read(name);
    return source.push ? source : null;
  } catch (error) {
    if (error instanceof IngestError) return null;
    throw error;
  }
}

/** Throws where there is no such source, or its folder is broken. */
export const isPushedTo = (name: string): boolean => sourceLibrary().read(name).push;

function answerOf({ line, fault }: PushedRow): RowAnswer {
  if (!fault) return { line, status: 'accepted' };
  const { title, remedy } = quarantineReasons[fault.reason];
  return { line, status: 'refused', ...fault, title, remedy };
}
