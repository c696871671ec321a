import { statSync } from 'node:fs';
import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import { IngestError } from '../errors/ingest-error.ts';
import type { DeliveredFile } from '../files/discover.ts';
import { checkRows } from '../files/manifest.ts';
import type { DataKey } from '../privacy/keys.ts';
import type { Note } from '../run/note.ts';
import type { WorkClock } from '../run/work-clock.ts';
import { landingTable, type Source } from '../source/source.ts';
import type { OffsetIndex } from '../splitter/offsets.ts';
import { readFile, type RecordHandlers } from '../records/formats.ts';
import { fieldsOf } from '../splitter/fields.ts';
import { shapeOf } from './columns.ts';
import { CopyWriter } from './copy-writer.ts';
import { fileNotes } from './file-notes.ts';
import { RefusedRecords } from './refused-records.ts';
import { refuseMisfits } from './misfits.ts';
import { quoted } from './tables.ts';

export interface LandedFile extends DeliveredFile {
  records: number;
  /** Records refused while landing; the rest is in the landing table. */
  refused: number;
  offsets: OffsetIndex;
  header: string[];
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
  try {
    const read = await readFile(file, definition, (header) => {
      const shape = shapeOf(definition, header, key);
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
        record(buffer, start, end, recordNo, bareQuotes) {
          if (shape.asIs && !bareQuotes) writer.add(buffer, start, end, recordNo);
          else texts(fieldsOf(buffer.subarray(start, end), definition.delimiter), recordNo);
        },
        refused: (raw, place, refusal) => refused.add({ raw, place, ...refusal }),
        async drained(bytesDone, records) {
          await writer.flush();
          await refused.flush();
          context.onRead(file, bytesDone, records);
        },
      };
    });
    const copied = await (copy as unknown as CopyWriter).finish();
    assertUnchanged(file);
    checkRows(file.name, file.announced, read.records);
    const { records, refused: unread, offsets, columns: header } = read;
    const landed = { ...file, records, refused: unread, offsets, header, notes: fileNotes(file, read.drift) };
    const misfits = records - unread - copied;
    if (misfits > 0) await refuseMisfits(db, context, landed, refused);
    return { ...landed, refused: unread + misfits };
  } catch (error) {
    (copy as CopyWriter | null)?.abort(error as Error);
    throw error;
  }
}

function assertUnchanged(file: DeliveredFile): void {
  const { size, mtime } = statSync(file.path);
  if (size !== file.bytes || mtime.getTime() !== file.fileTime.getTime())
    throw new IngestError('file_changed', { file: file.name });
}
