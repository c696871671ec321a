import type pg from 'pg';
import type { Note } from '../kit/run/note.ts';
import type { Source } from '../kit/source/source.ts';
import type { Cursor, Move } from './cursors.ts';
import type { SecretResolver } from './secrets.ts';
import type { Spool } from './spool.ts';

/** What a connection works with. */
export interface Fetching {
  source: Source;
  /** Our own database. */
  db: pg.Client;
  spool: Spool;
  cursors: ReadonlyMap<string, Cursor>;
  secrets: SecretResolver | undefined;
  signal: AbortSignal | undefined;
  allowDeletes: boolean;
  readAt: Date;
  range: { from: Date; to: Date } | null;
  onRead(bytes: number, records: number): void;
}

/** What was fetched for one role. */
export interface FetchedRole {
  role: string;
  rows: number;
  bytes: number;
  move: Move | null;
  notes: Note[];
}
