import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import { confirmFresh } from '../alerts/freshness.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import type { Errand } from '../kit/run/errand.ts';
import { changeKeys, type KeyChanges } from './key-changes.ts';

/** How far a role has been read. */
export interface Cursor {
  definition: string;
  position: unknown;
  readAt: Date;
  runId: string;
}

/** Where a role stands once what was fetched is published. */
export interface Move {
  role: string;
  definition: string;
  position: unknown;
  keys: KeyChanges | null;
}

export async function readCursors(db: Queryable, source: string): Promise<Map<string, Cursor>> {
  const { rows } = await db.query<{
    role: string;
    definition: string;
    position: unknown;
    read_at: Date;
    run_id: string;
  }>('select role, definition, position, read_at, run_id::text from ops.cursors where source = $1', [source]);
  return new Map(
    rows.map(({ role, definition, position, read_at, run_id }) => [
      role,
      { definition, position, readAt: read_at, runId: run_id },
    ]),
  );
}

/** The hash of what a position is a position in. */
export function definitionOf(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Moves the cursors in the transaction that publishes what lies before them: a run that dies leaves them where they were. */
export class CursorErrand implements Errand {
  constructor(
    readonly source: string,
    readonly moves: readonly Move[],
    readonly before: ReadonlyMap<string, Cursor>,
    readonly readAt: Date,
  ) {}

  async begin(): Promise<boolean> {
    return true;
  }

  async done(db: pg.Client, runId: string, outcome: 'loaded' | 'unchanged'): Promise<void> {
    for (const move of this.moves) {
      const { rowCount } = await db.query(
        `insert into ops.cursors as c (source, role, definition, position, read_at, run_id) values ($1, $2, $3, $4, $5, $6)
         on conflict (source, role) do update set definition = excluded.definition, position = excluded.position,
           read_at = excluded.read_at, run_id = excluded.run_id, moved_at = now()
         where c.run_id = $7`,
        [
          this.source,
          move.role,
          move.definition,
          JSON.stringify(move.position),
          this.readAt,
          runId,
          this.before.get(move.role)?.runId ?? null,
        ],
      );
      if (rowCount === 0) throw new IngestError('cursor_moved', { run: runId, source: this.source, role: move.role });
      if (move.keys) await changeKeys(db, this.source, move.role, move.keys);
    }
    if (outcome === 'unchanged') await confirmFresh(db, this.source);
  }
}
