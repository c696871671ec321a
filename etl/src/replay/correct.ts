import { audit, type Queryable } from '@rapport/model/schema';
import type pg from 'pg';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { keptColumns, keptRecord, opened, QUARANTINE_SEAL } from '../kit/landing/corrections.ts';
import { openDataKey, readMasterKey, type DataKey } from '../kit/privacy/keys.ts';
import { seal } from '../kit/privacy/seal.ts';
import { columnsUnder, isDelimited } from '../kit/records/formats.ts';
import { keptReader } from '../kit/records/kept.ts';
import type { FileDefinition } from '../kit/source/definition.ts';
import { inTransaction } from '../kit/run/transaction.ts';
import { hasPersonal } from '../kit/source/source.ts';
import { sourceLibrary } from '../sources/library.ts';
import { NotRewritable, rewriteDelimited, rewriteJson, type FieldCorrection } from './rewrite.ts';
import type { WaitingRow } from './selection.ts';

/** How a refused record is put right: one field after the other, or the whole record as the file would hold it, in UTF-8. */
export type Correction = { fields: readonly FieldCorrection[] } | { raw: Buffer };

/** What opens sealed records. */
export interface KeyPlace {
  home: string;
  masterKey?: string | null;
}

type Corrected = WaitingRow & { source: string };

/** Puts corrected bytes beside a waiting row's own, which stay as they came. They are read in its place by the next replay. */
export async function correct(
  pool: pg.Pool,
  place: KeyPlace,
  { id, correction, actor }: { id: number; correction: Correction; actor: string },
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const row = await waiting(client, id);
    const definition = definitionOf(row);
    const sealed = row.key_id !== null || hasPersonal(definition);
    const key = sealed ? await openDataKey(client, readMasterKey(place.masterKey ?? null, place.home), false) : null;
    const bytes = rewritten(row, definition, correction, key);
    await client.query(
      `/* correct */ update ops.quarantine set corrected = $2, corrected_key_id = $3, corrected_at = now(), corrected_by = $4 where id = $1`,
      [id, key ? seal(key, QUARANTINE_SEAL, bytes) : bytes, key?.keyId ?? null, actor],
    );
    const columns = 'fields' in correction ? correction.fields.map(({ column }) => column) : null;
    const detail = { source: row.source, feed: row.feed, columns: columns ?? 'all' };
    await audit(client, { actor, action: 'quarantine.correct', subject: `quarantine ${id}`, detail });
  });
}

async function waiting(db: Queryable, id: number): Promise<Corrected> {
  const { rows } = await db.query<Corrected>(
    `/* row to correct */ select ${keptColumns}, q.source, q.feed, f.role, q.file_name, f.header
     from ops.quarantine q join ops.files f using (file_id) where q.id = $1 and q.state = 'waiting' for update of q`,
    [id],
  );
  const [row] = rows;
  if (!row) throw new IngestError('refused_row_missing', { id });
  return row;
}

function definitionOf({ source, role, file_name: file, header }: Corrected): FileDefinition {
  const definition = sourceLibrary().read(source).files[role];
  if (!definition) throw new IngestError('replay_unknown_role', { source, role, file });
  if (header === null && isDelimited(definition)) throw new IngestError('replay_unknown_header', { file });
  return definition;
}

/** The corrected bytes; one record that can be read, or an error. What is in it is judged by the replay. */
function rewritten(row: Corrected, definition: FileDefinition, correction: Correction, key: DataKey | null): Buffer {
  const fail = (problem: string) => new IngestError('correction_refused', { id: row.id, problem });
  const columns = columnsUnder({ name: row.file_name, role: row.role }, definition, row.header);
  const raw = bytesOf(row, definition, columns, correction, key, fail);
  const place = { recordNo: 1, lineNo: 1, byteOffset: 0 };
  const { refusal } = keptReader(definition, columns)({ ...keptRecord(row, key), place, raw, truncated: false });
  if (!refusal) return raw;
  const found = Object.entries(refusal.detail).map(([name, value]) => `${name} ${value}`);
  throw fail(`it is not one readable record (${[refusal.reason, ...found].join(', ')})`);
}

function bytesOf(
  row: Corrected,
  definition: FileDefinition,
  columns: readonly string[],
  correction: Correction,
  key: DataKey | null,
  fail: (problem: string) => IngestError,
): Buffer {
  if ('raw' in correction) return Buffer.from(correction.raw.toString('utf8').replace(/(\r?\n)+$/, ''));
  if (row.truncated) throw fail('only its beginning was kept: give the whole record');
  if (correction.fields.length === 0) throw fail('no field is named');
  const was = opened(row, key);
  try {
    return isDelimited(definition)
      ? rewriteDelimited(was, definition, columns, correction.fields)
      : rewriteJson(was, definition, correction.fields);
  } catch (error) {
    if (error instanceof NotRewritable) throw fail(error.message);
    throw error;
  }
}
