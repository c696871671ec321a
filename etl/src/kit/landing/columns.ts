import { maskColumn } from '../source/source.ts';
import type { FileDefinition } from '../source/definition.ts';
import type { DataKey } from '../privacy/keys.ts';
import { maskOf } from '../privacy/masks.ts';
import { pseudonym, seal } from '../privacy/seal.ts';
import { fieldsOf, toCsvField } from '../splitter/fields.ts';

/** Columns of a landing table behind file_id and record_no, with their types. */
export function landingColumns(file: FileDefinition): [name: string, type: string][] {
  return Object.entries(file.columns).flatMap(([name, type]): [string, string][] =>
    file.personal[name] === 'encrypt'
      ? [
          [name, 'text'],
          [maskColumn(name), 'text'],
        ]
      : [[name, type]],
  );
}

/** How records of one file become COPY lines: the columns COPY is told, and the rewriting, where there is any. */
export interface RecordShape {
  copyColumns: string[];
  /** Null: the record's own bytes go to COPY untouched. */
  rewrite: ((record: Buffer) => string) | null;
}

export function shapeOf(file: FileDefinition, header: readonly string[], key: DataKey | null): RecordShape {
  const ignored = new Set(file.ignored);
  const kept = header.filter((name) => !ignored.has(name));
  const copyColumns = kept.flatMap((name) => (file.personal[name] === 'encrypt' ? [name, maskColumn(name)] : [name]));
  if (kept.length === header.length && Object.keys(file.personal).length === 0) return { copyColumns, rewrite: null };
  return { copyColumns, rewrite: (record) => rewritten(fieldsOf(record, file.delimiter), header, ignored, file, key) };
}

function rewritten(
  fields: string[],
  header: readonly string[],
  ignored: Set<string>,
  file: FileDefinition,
  key: DataKey | null,
): string {
  const out: string[] = [];
  for (const [at, name] of header.entries()) {
    if (ignored.has(name)) continue;
    const value = fields[at] ?? '';
    out.push(...protectedFields(value, name, file.personal[name], key));
  }
  return out.join(file.delimiter);
}

function protectedFields(
  value: string,
  name: string,
  how: 'hash' | 'encrypt' | undefined,
  key: DataKey | null,
): string[] {
  if (!how) return [toCsvField(value)];
  if (!key) throw new Error(`no data key for the personal column ${name}`);
  if (how === 'hash') return [value === '' ? '' : pseudonym(key, name, value)];
  if (value === '') return ['', ''];
  return [seal(key, name, Buffer.from(value)).toString('base64'), toCsvField(maskOf(value))];
}
