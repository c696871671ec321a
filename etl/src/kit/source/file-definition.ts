import { z } from 'zod';
import { encodings, type Encoding } from '../bytes/encodings.ts';
import { pathMistake, rowsMistake } from '../json/layout.ts';
import { dateFormatMistake } from '../landing/date-format.ts';
import { fileContract, modesOf, type ContractModes, type sourceContract } from './contract-modes.ts';
import { supplyFields, tombstoneMistakes } from './supply-definition.ts';

const formats = ['csv', 'tsv', 'ndjson', 'json', 'xlsx'] as const;
export type FileFormat = (typeof formats)[number];

const MAX_NAME_BYTES = 63;
const columnName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_ ]*$/u, 'letters, digits, _ and spaces only')
  .refine((name) => Buffer.byteLength(name) <= MAX_NAME_BYTES, `at most ${MAX_NAME_BYTES} bytes`);
/** Columns of a landing table that no file brings, PostgreSQL's own among them. */
const ofLanding = new Set(['file_id', 'record_no', 'tableoid', 'ctid', 'xmin', 'xmax', 'cmin', 'cmax']);
export const isOfLanding = (name: string): boolean => ofLanding.has(name.toLowerCase());
const columnType = z
  .string()
  .regex(
    /^(text|smallint|integer|bigint|numeric|double precision|boolean|date|timestamp|timestamptz)$/,
    'one of text, smallint, integer, bigint, numeric (without digits, which would round), double precision, boolean, date, timestamp, timestamptz',
  );

/** Short form: `name: type`. */
const column = z.preprocess(
  (given) => (typeof given === 'string' ? { type: given } : given),
  z.strictObject({
    type: columnType,
    /** What the file calls it, where that is not its own name. */
    header: z.string().trim().min(1).optional(),
    /** JSON: where it is, where that is not the key of its own name. */
    path: z.string().min(1).optional(),
    /** How the file writes dates, where PostgreSQL would not read them. */
    format: z.string().min(1).optional(),
    /** The file may come without it; it is empty then. */
    optional: z.boolean().optional(),
  }),
);

const declared = z.strictObject({
  /** The file's name in the delivered folder; `*` stands for any characters; .gz, .zst or .zip may follow. */
  file: z.string().min(1),
  /** By the file's name where absent. */
  format: z.enum(formats).optional(),
  /** The source's where absent. A byte order mark wins over both. */
  encoding: z.enum(encodings).optional(),
  /** snapshot: each file is the whole picture. delta: each file brings new and changed rows. */
  delivery: z.enum(['snapshot', 'delta']).default('snapshot'),
  /** XLSX: the sheet; the first where absent. */
  sheet: z.string().min(1).optional(),
  /** JSON: the list or lists the records are in. */
  rows: z.string().optional(),
  columns: z.record(columnName, column),
  /** Columns or keys of the file that are not wanted. */
  ignored: z.array(z.string().trim().min(1)).default([]),
  /** Columns that never reach the database in clear. */
  personal: z.record(columnName, z.enum(['hash', 'encrypt'])).default({}),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** Texts that mean "no value", as an empty field does. */
  missing: z.array(z.string().min(1)).default([]),
  /** Delivered with the source itself, in its folder: names and labels that the shop's own files lack. */
  bundled: z.boolean().default(false),
  optional: z.boolean().default(false),
  contract: fileContract,
  /** Only joined by feeds of other files; no feed answers for its records. */
  lookup: z.boolean().default(false),
  ...supplyFields,
});

type Declared = z.infer<typeof declared>;

export interface FileDefinition extends Omit<Declared, 'contract'> {
  contract: ContractModes;
  format: FileFormat;
  encoding: Encoding;
  delimiter: ',' | ';' | '\t' | '|';
}

export const fileDefinition = declared.check((context) => {
  for (const [path, message] of contradictions(context.value)) {
    context.issues.push({ code: 'custom', path, message, input: context.value });
  }
});

/** Fills in what a file leaves to its name and its source. */
export function complete(
  file: Declared,
  { encoding, contract }: { encoding: Encoding; contract: z.infer<typeof sourceContract> },
): FileDefinition {
  const format = formatOf(file);
  return {
    ...file,
    ...(file.deletes === 'snapshot' ? withMarker(file.columns) : {}),
    format,
    contract: modesOf(file.contract, contract, format === 'json' || format === 'ndjson'),
    encoding: file.encoding ?? (file.bundled ? 'utf-8' : encoding),
    delimiter: file.delimiter ?? (format === 'tsv' ? '\t' : ','),
  };
}

/** The column in which records of deleted rows say so, written by the connection that found them missing. */
export const GONE = 'rapport_gone';

function withMarker(columns: Declared['columns']): Pick<Declared, 'columns' | 'tombstone'> {
  return { columns: { ...columns, [GONE]: { type: 'boolean', optional: true } }, tombstone: { column: GONE } };
}

/** By the file's own word, else by its name. */
export function formatOf({ file, format }: Pick<Declared, 'file' | 'format'>): FileFormat {
  if (format) return format;
  const name = withoutPacking(file).toLowerCase();
  if (/\.(ndjson|jsonl)$/.test(name)) return 'ndjson';
  if (name.endsWith('.json')) return 'json';
  if (name.endsWith('.xlsx')) return 'xlsx';
  return /\.(tsv|tab)$/.test(name) ? 'tsv' : 'csv';
}

/** A name as it would be if the file were not packed. */
export function withoutPacking(name: string): string {
  return name.replace(/\.(gz|zst|zip)$/i, '');
}

function* contradictions(file: Declared): Generator<[path: string[], message: string]> {
  const format = formatOf(file);
  const isJson = format === 'json' || format === 'ndjson';
  for (const name of Object.keys(file.columns)) {
    if (isOfLanding(name))
      yield [
        ['columns', name],
        'is a name that every landing table uses itself: declare it under another one, with its header or path',
      ];
  }
  yield* tombstoneMistakes(file);
  for (const name of Object.keys(file.personal)) {
    if (file.personal[name] === 'encrypt' && file.columns[`${name}_masked`])
      yield [['columns', `${name}_masked`], `is the name of what is shown of ${name}: declare it under another one`];
    if (file.columns[name]?.type !== 'text')
      yield [['personal', name], 'a personal column must be declared under columns as text'];
  }
  if (file.rows !== undefined) {
    const mistake = isJson ? rowsMistake(format, file.rows) : `only a JSON file has rows, this one is ${format}`;
    if (mistake) yield [['rows'], mistake];
  }
  if (isJson && file.contract.columns === 'quarantine_value')
    yield [['contract', 'columns'], 'keys of JSON: freeze, evolve or quarantine_row'];
  if (file.delimiter && (isJson || format === 'xlsx')) yield [['delimiter'], `a ${format} file has none`];
  if (file.sheet && format !== 'xlsx') yield [['sheet'], `only an xlsx file has sheets, this one is ${format}`];
  if (file.encoding && format === 'xlsx') yield [['encoding'], 'an xlsx file has an encoding of its own'];
  const lists = (file.rows ?? '').split('[]').length - 1 - (format === 'json' ? 1 : 0);
  const titles = new Map<string, string>();
  for (const [name, { type, header, path, format: dates }] of Object.entries(file.columns)) {
    const at = ['columns', name];
    if (header !== undefined && isJson) yield [[...at, 'header'], `a ${format} file has keys: write path instead`];
    if (path !== undefined && !isJson) yield [[...at, 'path'], `a ${format} file has a header: write header instead`];
    const mistake = path !== undefined && isJson ? pathMistake(path, Math.max(lists, 0)) : null;
    if (mistake) yield [[...at, 'path'], mistake];
    if (dates !== undefined) {
      const wrong = /^(date|timestamp)/.test(type) ? dateFormatMistake(dates) : `a ${type} has no format of dates`;
      if (wrong) yield [[...at, 'format'], wrong];
    }
    const title = header ?? name;
    const other = titles.get(title);
    if (other !== undefined && !isJson) yield [at, `"${title}" is the header of "${other}" already`];
    titles.set(title, name);
    if (!isJson && file.ignored.includes(title)) yield [['ignored'], `"${title}" is declared under columns`];
  }
}
