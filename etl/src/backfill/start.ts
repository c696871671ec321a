import { audit } from '@rapport/model/schema';
import type { BackfillStep } from '@rapport/model/vocabulary';
import type pg from 'pg';
import { inTransaction } from '../kit/run/transaction.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import type { Source } from '../kit/source/source.ts';
import { sourceLibrary } from '../sources/library.ts';
import { orOpenAlready } from './control.ts';
import { stretchesOf } from './stretch.ts';
import { DEFAULT_THROTTLE, type Throttle } from './throttle.ts';

export interface BackfillRequest {
  source: string;
  /** First and last day, both included, on the source's clock. */
  first: string;
  last: string;
  step?: BackfillStep;
  /** With {date}, and {hour} for steps of an hour; by default the folder of the source's schedule. */
  folder?: string | null;
  throttle?: Throttle;
  actor: string;
}

/** Writes down what is to be loaded, whole; it is loaded by whoever works on it. Returns its number. */
export async function startBackfill(db: pg.Client | pg.Pool, request: BackfillRequest): Promise<string> {
  const { first, last, step = 'day', throttle = DEFAULT_THROTTLE, actor } = request;
  const source = sourceLibrary().read(request.source);
  const folder = folderFor(source, request.folder ?? null, step);
  const windows = stretchesOf(source.zone, first, last, step);
  try {
    return await inTransaction(db, async (tx) => {
      const { rows } = await tx.query<{ id: string }>(RECORD, [
        source.name,
        step,
        folder,
        throttle.gapMs,
        throttle.workShare,
        actor,
        windows.map(({ at }) => at),
        windows.map(({ to }) => to),
      ]);
      const backfill = rows[0]?.id ?? '';
      const detail = { backfill, first, last, step, windows: windows.length };
      await audit(tx, { actor, action: 'backfill.start', subject: `source ${source.name}`, detail });
      return backfill;
    });
  } catch (error) {
    throw await orOpenAlready(db, source.name, error);
  }
}

const RECORD = `
  with backfill as (
    insert into ops.backfills (source, step, folder, gap, work_share, created_by, first_window, last_window)
    select $1, $2, $3, $4 * interval '1 ms', $5, $6, min(at), max(at) from unnest($7::timestamptz[]) at
    returning backfill_id
  ), windows as (
    insert into ops.backfill_windows (backfill_id, window_at, window_to)
    select backfill_id, w.at, w.until from backfill, unnest($7::timestamptz[], $8::timestamptz[]) w(at, until)
  ) select backfill_id::text as id from backfill`;

/** Where each window's files lie; null: its connection is asked for them. */
function folderFor({ name, schedule, connection }: Source, given: string | null, step: BackfillStep): string | null {
  const folder = given ?? schedule?.from ?? null;
  if (folder === null) {
    if (connection) return null;
    throw new IngestError('nowhere_to_load_from', { source: name });
  }
  const named = step === 'hour' ? '{hour}' : '{date}';
  if (folder.includes(named)) return folder;
  if (given === null && connection) return null;
  throw new IngestError('backfill_range', {
    problem: `the folder "${folder}" has no ${named}, so every window would load the same files; name one that has`,
  });
}
