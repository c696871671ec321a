import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import type { LandedFile, LandingContext } from '../landing/land-file.ts';
import type { Source } from '../source/source.ts';
import { alike, changesOf, remembered } from './compare.ts';
import { driftNote } from './notes.ts';
import { observeShape } from './observe.ts';
import type { FileShape } from './shape.ts';

interface KnownShape extends FileShape {
  file_id: string;
}

/** Compares the landed files of one role, oldest first, with what the role looked like before; says what has changed. */
export async function watchShapes(db: pg.Client, context: LandingContext, files: readonly LandedFile[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  let before = await knownShape(context.side, context.source, first.role);
  for (const file of files) {
    if (file.kept?.alone || before?.file_id === file.fileId) continue;
    const shape = await observeShape(db, context.source, file, before);
    file.notes.push(...notesOf(context.source, file, shape, before));
    file.shape = remembered(shape, before);
    before = { ...file.shape, file_id: file.fileId };
  }
}

function notesOf(source: Source, file: LandedFile, now: FileShape, before: FileShape | null): LandedFile['notes'] {
  const definition = source.files[file.role];
  if (!definition) return [];
  const title = (name: string) => definition.columns[name]?.header ?? name;
  const added = file.undeclared.map((one) => one.title);
  const missing = Object.entries(definition.columns).flatMap(([name, { optional }]) => (optional ? [title(name)] : []));
  const had = before ? before.header.filter((one) => !now.header.includes(one)) : [];
  // An optional column that never was there is no news, unless it seems to come under another title.
  const retitled = missing.filter((one) => !now.header.includes(one) && added.some((other) => alike(one, other)));
  const dropped = [...new Set([...had, ...retitled])];
  const changes = changesOf(file, now, before, { added, dropped: isKeyed(definition.format) ? [] : dropped });
  return changes.map((change) => driftNote(change, definition.contract.columns));
}

/** Keys of JSON come and go from record to record; what is missing in a whole file has a note of its own. */
function isKeyed(format: string): boolean {
  return format === 'json' || format === 'ndjson';
}

async function knownShape(db: Queryable, source: Source, role: string): Promise<KnownShape | null> {
  const { rows } = await db.query<KnownShape>(
    'select file_id, header, types, codes from ops.file_shapes where source = $1 and role = $2',
    [source.name, role],
  );
  return rows[0] ?? null;
}

/** Written with the data: only what was published is what the next delivery is compared with. */
export async function recordShapes(tx: pg.Client, { name }: Source, files: readonly LandedFile[]): Promise<void> {
  for (const { role, fileId, shape } of files) {
    if (!shape) continue;
    await tx.query(
      `insert into ops.file_shapes (source, role, file_id, header, types, codes) values ($1, $2, $3, $4, $5, $6)
       on conflict (source, role) do update set file_id = excluded.file_id, header = excluded.header, types = excluded.types, codes = excluded.codes`,
      [name, role, fileId, shape.header, JSON.stringify(shape.types), JSON.stringify(shape.codes)],
    );
  }
}
