import { maskColumn } from '../source/source.ts';
import type { FileDefinition } from '../source/definition.ts';
import type { DataKey } from '../privacy/keys.ts';
import { maskOf } from '../privacy/masks.ts';
import { pseudonym, seal } from '../privacy/seal.ts';
import { toCsvField } from '../splitter/fields.ts';
import { isUnmapped } from '../splitter/header.ts';
import { dateReader } from './date-format.ts';
import type { Undeclared } from './undeclared.ts';

/** Columns of a landing table behind file_id and record_no, with their types. */
export function landingColumns(file: FileDefinition): [name: string, type: string][] {
  return Object.entries(file.columns).flatMap(([name, { type }]): [string, string][] =>
    file.personal[name] === 'encrypt'
      ? [
          [name, 'text'],
          [maskColumn(name), 'text'],
        ]
      : [[name, landedType(type)]],
  );
}

/** A time that carries a zone keeps it; one without is read in the session's, which is the source's. */
function landedType(type: string): string {
  return type === 'timestamp' ? 'timestamptz' : type;
}

/** The field, or fields, that a value's text becomes; null: it is not kept. */
export type FieldMaker = (text: string) => string | null;

/** How records of one file become COPY lines. */
export interface RecordShape {
  /** The columns COPY is told. */
  copyColumns: string[];
  /** COPY can be given a delimited record's own bytes: every column is kept, and none is read or protected by us. */
  asIs: boolean;
  /** Of each column of the header: null where its bytes are the field, else what its text becomes; nothing for one that is not kept. */
  fields: readonly (FieldMaker | null)[];
  /** The line of a record whose values are at hand, in the order of the header. */
  lineOf(texts: readonly string[]): string;
}

/** `evolved`: columns that nobody declared and that are landed all the same, as text. */
export function shapeOf(
  file: FileDefinition,
  header: readonly string[],
  key: DataKey | null,
  evolved: readonly Undeclared[] = [],
): RecordShape {
  const names = header.map(
    (name, at) => evolved.find((one) => one.at === at)?.column ?? (isUnmapped(name) ? null : name),
  );
  const kept = names.filter((name) => name !== null);
  const copyColumns = kept.flatMap((name) => (file.personal[name] === 'encrypt' ? [name, maskColumn(name)] : [name]));
  const read = names.map((name) => (name === null ? null : textReader(file, name)));
  const isRead = file.missing.length > 0 || kept.some((name) => file.columns[name]?.format);
  const asIs = kept.length === header.length && Object.keys(file.personal).length === 0 && !isRead;
  const fieldOf = (at: number, name: string | null): FieldMaker => {
    const reader = read[at];
    if (name === null || !reader) return () => null;
    return (text) => protectedFields(reader(text), name, file.personal[name], key).join(file.delimiter);
  };
  const makers = names.map((name, at) => fieldOf(at, name));
  const fields = names.map((name, at) => (name !== null && isOwn(file, name) ? null : (makers[at] ?? null)));
  const lineOf = (texts: readonly string[]) => {
    const out: string[] = [];
    for (let at = 0; at < makers.length; at++) {
      const field = makers[at]?.(texts[at] ?? '') ?? null;
      if (field !== null) out.push(field);
    }
    return out.join(file.delimiter);
  };
  return { copyColumns, asIs, fields, lineOf };
}

/** Whether what is landed of a column is what was delivered. */
const isOwn = ({ missing, columns, personal }: FileDefinition, name: string): boolean =>
  missing.length === 0 && !columns[name]?.format && !personal[name];

/** What source.yaml says of a column's texts: which of them mean that there is no value, and how dates are written. */
export function textReader(file: FileDefinition, name: string): (text: string) => string {
  const missing = new Set(file.missing);
  const format = file.columns[name]?.format;
  const date = format ? dateReader(format) : null;
  return (text) => {
    if (text === '' || missing.has(text)) return '';
    return date ? date(text) : text;
  };
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
