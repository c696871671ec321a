import { statSync } from 'node:fs';
import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import { IngestError } from '../errors/ingest-error.ts';
import type { DeliveredFile } from '../files/discover.ts';
import { checkRows } from '../files/manifest.ts';
import type { DataKey } from '../privacy/keys.ts';
import type { FileShape } from '../drift/shape.ts';
import type { Note } from '../run/note.ts';
import type { WorkClock } from '../run/work-clock.ts';
import { landingTable, type Source } from '../source/source.ts';
import type { OffsetIndex } from '../splitter/offsets.ts';
import { readFile, type RecordHandlers } from '../records/formats.ts';
import { fieldsOf } from '../splitter/fields.ts';
import { shapeOf } from './columns.ts';
import { CopyWriter } from './copy-writer.ts';
import { fileNotes, valueNotes } from './file-notes.ts';
import { RefusedRecords } from './refused-records.ts';
import { refuseMisfits } from './misfits.ts';
import { quoted } from './tables.ts';
import { recordUndeclared } from './undeclared-values.ts';
import { firstUndeclared, undeclaredColumns, type Undeclared } from './undeclared.ts';

export interface LandedFile extends DeliveredFile {
  records: number;
  /** Records refused while landing; the rest is in the landing table. */
  refused: number;
  offsets: OffsetIndex;
  header: string[];
  /** The header record itself, of a delimited file. */
  headerText: string | null;
  undeclared: readonly Undeclared[];
  /** What it looks like, once that was looked at. */
  shape?: FileShape;
  notes: Note[];
}

export interface LandingContext {
  source: Source;
  key: DataKey | null;
  /** A connection that is not in COPY, for what is refused meanwhile. Several workers use it. */
  side: Queryable;
  clock: WorkClock;
  onRead(file: DeliveredFile, bytesDone: number, records: number): void;
}

/** Streams one file into its landing table. What cannot be handed to COPY, or does not fit its type, is refused with its bytes. */
export async function landFile(db: pg.Client, context: LandingContext, file: DeliveredFile): Promise<LandedFile> {
  const { source, key } = context;
  const definition = source.files[file.role];
  if (!definition) throw new Error(`source ${source.name} has no file role ${file.role}`);
  const table = landingTable(source.name, file.role);
  await db.query(`alter table ${table} alter column file_id set default '${file.fileId}'`);
  const refused = new RefusedRecords(context, file, definition);
  let copy: CopyWriter | null = null;
  let undeclared: Undeclared[] = [];
  try {
    const read = await readFile(file, definition, (header) => {
      undeclared = undeclaredColumns(definition, header);
      const evolved = undeclared.filter(({ column }) => column !== null);
      const added = addColumns(db, table, evolved);
      added.catch(() => undefined); // COPY fails with it
      const shape = shapeOf(definition, header, key, evolved);
      const turnsAway = undeclared.length > 0 && definition.contract.columns === 'quarantine_row';
      const columns = ['record_no', ...shape.copyColumns.map(quoted)].join(', ');
      const writer = new CopyWriter(
        db,
        `copy ${table} (${columns}) from stdin with (format csv, delimiter '${definition.delimiter}', force_null *, on_error ignore, log_verbosity silent)`,
        definition.delimiter,
      );
      copy = writer;
      const texts: RecordHandlers['texts'] = (values, recordNo) => writer.addText(shape.lineOf(values), recordNo);
      return {
        texts,
        plain: (values, buffer, recordNo) => writer.addPlain(buffer, values, shape.fields, recordNo),
        record(buffer, start, end, recordNo, bareQuotes) {
          if (shape.asIs && !bareQuotes) return writer.add(buffer, start, end, recordNo);
          const fields = fieldsOf(buffer.subarray(start, end), definition.delimiter);
          // Left out here, it shows as a gap in the record numbers and is refused with the misfits.
          if (turnsAway && firstUndeclared(undeclared, fields, definition)) return;
          texts(fields, recordNo);
        },
        refused: (raw, place, refusal, positions) => refused.add({ raw, place, positions, ...refusal }),
        async drained(bytesDone, records) {
          await writer.flush();
          await refused.flush();
          context.onRead(file, bytesDone, records);
        },
      };
    });
    const copied = await (copy as unknown as CopyWriter).finish();
    if (!file.kept?.alone) assertUnchanged(file);
    checkRows(file.name, file.announced, read.records);
    const { records, refused: unread, offsets, columns: header, header: headerText } = read;
    const landed = {
      ...file,
      records,
      refused: unread,
      offsets,
      header,
      headerText,
      undeclared,
      notes: fileNotes(file, read.drift),
    };
    const gaps = records - unread - copied;
    const mended = gaps > 0 ? await refuseMisfits(db, context, landed, refused) : { records: 0, values: 0 };
    const kept = await recordUndeclared(landed, refused);
    landed.notes.push(...valueNotes(file, mended.values + kept));
    return { ...landed, refused: unread + gaps - mended.records };
  } catch (error) {
    (copy as CopyWriter | null)?.abort(error as Error);
    throw error;
  }
}

async function addColumns(db: pg.Client, table: string, evolved: readonly Undeclared[]): Promise<void> {
  if (evolved.length === 0) return;
  const columns = evolved.map(({ column }) => `add column if not exists ${quoted(column ?? '')} text`);
  await db.query(`alter table ${table} ${columns.join(', ')}`);
}

function assertUnchanged(file: DeliveredFile): void {
  const { size, mtime } = statSync(file.path);
  if (size !== file.bytes || mtime.getTime() !== file.fileTime.getTime())
    throw new IngestError('file_changed', { file: file.name });
}
