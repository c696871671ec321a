import type pg from 'pg';
import { IngestError } from '../kit/errors/ingest-error.ts';
import type { Errand } from '../kit/run/errand.ts';
import type { Note } from '../kit/run/note.ts';
import type { Source } from '../kit/source/source.ts';
import { CursorErrand, readCursors, type Cursor } from './cursors.ts';
import type { Fetching } from './fetched.ts';
import { readRequests } from './http/read-requests.ts';
import { readTables } from './postgres/read-tables.ts';
import type { SecretResolver } from './secrets.ts';
import { Spool, sweepSpool } from './spool.ts';

export interface FetchOptions {
  db: pg.Client;
  home: string;
  /** Names the spool folder: the run, or the rehearsal. */
  name: string;
  secrets: SecretResolver | undefined;
  signal: AbortSignal | undefined;
  allowDeletes: boolean;
  /** Reads everything, as if it were the first time. */
  anew: boolean;
  /** Only rows whose cursor lies in [from, to); nothing is remembered. */
  range?: { from: Date; to: Date } | undefined;
  onRead(bytes: number, records: number): void;
}

export interface Fetched {
  folder: string;
  /** The source as what was fetched is to be read. */
  source: Source;
  errand: Errand;
  rows: number;
  bytes: number;
  notes: Note[];
  /** Nothing came that could be new. */
  isEmpty: boolean;
  close(): void;
}

/** Fetches what a connected source has, into a folder as a delivery would be. The caller holds the source's turn. */
export async function fetchDelivery(source: Source, options: FetchOptions): Promise<Fetched> {
  const { db, home, secrets, signal, allowDeletes, range = null, onRead } = options;
  const { connection } = source;
  if (!connection) throw new IngestError('nowhere_to_load_from', { source: source.name });
  await sweepSpool(db, home, source.name);
  const before = await readCursors(db, source.name);
  const cursors = options.anew ? new Map([...before].map(([role, one]) => [role, { ...one, position: null }])) : before;
  const readAt = laterThan(before);
  const spool = await Spool.open(db, home, source.name, options.name);
  const fetching: Fetching = { source, db, spool, cursors, secrets, signal, allowDeletes, readAt, range, onRead };
  try {
    const roles = connection.postgres
      ? await readTables(fetching, connection.postgres)
      : connection.http
        ? await readRequests(fetching, connection.http)
        : [];
    const moves = range ? [] : roles.flatMap(({ move }) => move ?? []);
    return {
      folder: spool.folder,
      source: asFetched(source),
      errand: new CursorErrand(source.name, moves, before, readAt),
      notes: roles.flatMap(({ notes }) => notes),
      rows: roles.reduce((sum, { rows }) => sum + rows, 0),
      bytes: roles.reduce((sum, { bytes }) => sum + bytes, 0),
      isEmpty: roles.every(({ role, rows }) => rows === 0 && source.files[role]?.delivery === 'delta'),
      close: () => spool.close(),
    };
  } catch (error) {
    spool.close();
    throw error;
  }
}

/** Versions compete by the time of their file: a clock that was put back must not make the newer one the older. */
function laterThan(before: ReadonlyMap<string, Cursor>): Date {
  const last = Math.max(0, ...[...before.values()].map(({ readAt }) => readAt.getTime()));
  return new Date(Math.max(Date.now(), last + 1));
}

/** Roles of which nothing is new have no file. */
function asFetched(source: Source): Source {
  const files = Object.entries(source.files).map(([role, file]) => [
    role,
    file.delivery === 'delta' ? { ...file, optional: true } : file,
  ]);
  return { ...source, files: Object.fromEntries(files) as Source['files'] };
}
