import { createReadStream } from 'node:fs';
import type pg from 'pg';
import { linesOf } from './lines.ts';

const BATCH = 5_000;

/** Two files of keys, one a line: those that are there now and were not, and those that are there no more. */
export interface KeyChanges {
  come: string;
  gone: string;
  /** Nothing that is remembered belongs to this definition of the key. */
  anew: boolean;
}

/** Brings the remembered keys up to what was read. */
export async function changeKeys(db: pg.Client, source: string, role: string, changes: KeyChanges): Promise<void> {
  if (changes.anew) await db.query('delete from ops.source_keys where source = $1 and role = $2', [source, role]);
  for await (const keys of batches(changes.gone))
    await db.query('delete from ops.source_keys where source = $1 and role = $2 and key = any($3)', [
      source,
      role,
      keys,
    ]);
  for await (const keys of batches(changes.come))
    await db.query('insert into ops.source_keys (source, role, key) select $1, $2, unnest($3::text[])', [
      source,
      role,
      keys,
    ]);
}

async function* batches(path: string): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const line of linesOf(createReadStream(path))) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
