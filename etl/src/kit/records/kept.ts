import { layoutOf } from '../json/layout.ts';
import { elementRows } from '../json/pieces.ts';
import { RowReader } from '../json/rows.ts';
import type { FileDefinition } from '../source/definition.ts';
import { fieldsOf } from '../splitter/fields.ts';
import type { RecordPlace } from '../splitter/offsets.ts';
import { RecordScanner } from '../splitter/scanner.ts';
import { MAX_RECORD_BYTES } from '../splitter/split-file.ts';
import type { Refusal } from './piece.ts';

/** A record out of quarantine, as it came or as a person corrected it. It keeps the number it has in its file. */
export interface KeptRecord {
  place: RecordPlace;
  raw: Buffer;
  /** JSON: its place (from 0) in each list it was taken from. */
  positions: readonly number[] | null;
  /** Only its beginning was kept. */
  truncated: boolean;
}

/** Records that stand in the place of a file's own. */
export interface KeptRecords {
  records: ReadonlyMap<number, KeptRecord>;
  /** The file is not at hand: these are all there is of it, read under the header it had. */
  alone: { header: string | null } | null;
}

/** The numbers of the records of a file that is not at hand, ascending; null: the file is, and has them all. */
export function numbersAlone(kept: KeptRecords | undefined): number[] | null {
  return kept?.alone ? [...kept.records.keys()].toSorted((a, b) => a - b) : null;
}

export type KeptReading = { texts: string[]; refusal: null } | { texts: null; refusal: Refusal };

const refuse = (reason: Refusal['reason'], detail: Refusal['detail'] = {}, field: string | null = null) => ({
  texts: null,
  refusal: { reason, field, detail },
});

/** Reads a record by itself: its texts in the order of the header, or why it cannot be read. */
export function keptReader(
  definition: FileDefinition,
  columns: readonly string[],
): (record: KeptRecord) => KeptReading {
  const read =
    definition.format === 'json' || definition.format === 'ndjson'
      ? jsonReader(definition)
      : delimitedReader(definition.delimiter, columns.length);
  return (record) => (record.truncated ? refuse('record_too_long') : read(record));
}

function delimitedReader(delimiter: string, expected: number): (record: KeptRecord) => KeptReading {
  return ({ raw }) => {
    const found: { end: number; fields: number; fault: Refusal['reason'] | null }[] = [];
    const bytes = Buffer.alloc(raw.length + 1);
    raw.copy(bytes);
    new RecordScanner(delimiter, MAX_RECORD_BYTES).scan(bytes, raw.length, true, {
      record: (_bytes, _start, end, fields) => void found.push({ end, fields, fault: null }),
      refused: (_bytes, _start, end, fault) => void found.push({ end, fields: 0, fault }),
      blankLine: () => undefined,
    });
    const [one, ...more] = found;
    if (!one) return refuse('too_few_fields', { expected, found: 0 });
    if (one.fault) return refuse(one.fault);
    if (more.length > 0) return refuse('stray_quote');
    if (one.fields !== expected)
      return refuse(one.fields < expected ? 'too_few_fields' : 'too_many_fields', { expected, found: one.fields });
    return { texts: fieldsOf(raw.subarray(0, one.end), delimiter), refusal: null };
  };
}

function jsonReader(definition: FileDefinition): (record: KeptRecord) => KeptReading {
  const layout = layoutOf(definition);
  const rows = new RowReader(layout, definition.contract.columns === 'quarantine_row');
  return ({ raw, positions }) => {
    const [row, ...more] = elementRows(raw, rows, (positions?.[0] ?? 0) + 1, positions?.slice(1));
    if (!row || more.length > 0)
      return refuse('invalid_json', { expected: 'one record', found: row ? more.length + 1 : 0 });
    return row.refusal ? { texts: null, refusal: row.refusal } : { texts: row.texts, refusal: null };
  };
}
