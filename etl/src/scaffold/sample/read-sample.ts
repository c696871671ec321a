import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { openDecoded } from '../../kit/bytes/open.ts';
import type { Encoding } from '../../kit/bytes/encodings.ts';
import { IngestError } from '../../kit/errors/ingest-error.ts';
import { withoutPacking, type FileFormat } from '../../kit/source/file-definition.ts';
import { guessDelimiter, headerMistake, recordsOf, type Delimiter } from './delimited.ts';
import { readDocument, readLines, type JsonTable } from './document.ts';
import { guessEncoding } from './encoding.ts';

/** So much of a table is looked at; a JSON document must be whole. */
const TABLE_BYTES = 8 * 1024 * 1024;
const DOCUMENT_BYTES = 64 * 1024 * 1024;
const MOST_RECORDS = 20_000;
const FOR_ENCODING = 1024 * 1024;

/** A delivered file as a person would describe it. */
export interface Sample {
  name: string;
  format: FileFormat;
  encoding: Encoding;
  delimiter: Delimiter;
  /** JSON: the list the records are in. */
  rows: string | undefined;
  columns: { title: string; path: string | null; values: string[] }[];
  records: number;
  lists: string[];
}

export async function readSample(path: string): Promise<Sample> {
  const file = { path, name: basename(path), bytes: statSync(path).size };
  const isBook = withoutPacking(file.name).toLowerCase().endsWith('.xlsx');
  const head = await read(file, 'utf-8', isBook ? 'xlsx' : 'csv', TABLE_BYTES);
  if (head.length === 0) throw new IngestError('file_empty', { file: file.name });
  const encoding = guessEncoding(head.subarray(0, FOR_ENCODING));
  const format = formatOf(file.name, head);
  const most = format === 'json' || format === 'ndjson' ? DOCUMENT_BYTES : TABLE_BYTES;
  const text = await read(file, format === 'xlsx' ? 'utf-8' : encoding, format, most);
  if (format !== 'xlsx' && isNoText(text))
    throw new IngestError('file_unreadable', { file: file.name, problem: NO_TEXT });
  const common = { name: file.name, format, encoding: format === 'xlsx' ? ('utf-8' as const) : encoding };
  if (format === 'json' || format === 'ndjson')
    return { ...common, ...ofJson(file.name, format, withoutMark(text).toString()) };
  return { ...common, ...ofTable(file.name, format, withoutMark(text), text.length === most) };
}

const NO_TEXT =
  'it is no text (a program, a picture, an older .xls?); deliver CSV, TSV, JSON or .xlsx, plain or packed as .gz, .zip or .zst';

/** Text has line breaks and tabs, and next to no other control characters. */
function isNoText(text: Buffer): boolean {
  const looked = text.subarray(0, 64 * 1024);
  const odd = looked.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return odd > looked.length * 0.01;
}

async function read(
  file: { path: string; name: string; bytes: number },
  encoding: Encoding,
  format: FileFormat,
  most: number,
): Promise<Buffer> {
  const source = await openDecoded(file, { encoding, format: format === 'xlsx' ? 'xlsx' : 'csv' });
  try {
    const buffer = Buffer.alloc(Math.min(most, Math.max(file.bytes * 30, 64 * 1024)));
    let length = 0;
    while (length < buffer.length) {
      const got = await source.read(buffer, length, buffer.length - length);
      if (got === 0) break;
      length += got;
    }
    return buffer.subarray(0, length);
  } finally {
    await source.close();
  }
}

function formatOf(name: string, head: Buffer): FileFormat {
  const plain = withoutPacking(name).toLowerCase();
  if (plain.endsWith('.xlsx')) return 'xlsx';
  if (/\.(ndjson|jsonl)$/.test(plain)) return 'ndjson';
  const first = head.toString('latin1').trimStart()[0];
  const looksJson = first === '{' || first === '[';
  if (plain.endsWith('.json') || looksJson) {
    const lines = head.toString('utf8').trim().split('\n');
    const isWhole = (line = '') => /^\s*\{.*\}\s*$/.test(line);
    return first === '{' && lines.length > 1 && isWhole(lines[0]) && isWhole(lines[1]) ? 'ndjson' : 'json';
  }
  return /\.(tsv|tab)$/.test(plain) ? 'tsv' : 'csv';
}

function withoutMark(text: Buffer): Buffer {
  return text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? text.subarray(3) : text;
}

function ofTable(
  name: string,
  format: FileFormat,
  text: Buffer,
  isCut: boolean,
): Omit<Sample, 'name' | 'format' | 'encoding'> {
  const delimiter = format === 'tsv' ? '\t' : format === 'xlsx' ? ',' : guessDelimiter(text.subarray(0, FOR_ENCODING));
  const all = recordsOf(text, delimiter, MOST_RECORDS + 1);
  const records = isCut ? all.slice(0, -1) : all;
  const problem = headerMistake(records.slice(0, 20));
  if (problem !== null) {
    throw new IngestError('file_unreadable', {
      file: name,
      problem: `its first line is no header (${problem}); write the titles of the columns into a first line`,
    });
  }
  const [header = [], ...rows] = records;
  const whole = rows.filter((row) => row.length === header.length);
  const columns = header.map((title, at) => ({
    title: title.trim(),
    path: null,
    values: whole.map((row) => row[at] ?? ''),
  }));
  return { delimiter, rows: undefined, columns: apart(columns), records: whole.length, lists: [] };
}

/** The second column of a name is declared as "name (2)". */
function apart(columns: Sample['columns']): Sample['columns'] {
  const met = new Map<string, number>();
  return columns.map((column) => {
    const count = (met.get(column.title) ?? 0) + 1;
    met.set(column.title, count);
    return count === 1 ? column : { ...column, title: `${column.title} (${count})` };
  });
}

function ofJson(name: string, format: 'json' | 'ndjson', text: string): Omit<Sample, 'name' | 'format' | 'encoding'> {
  const table: JsonTable = format === 'ndjson' ? readLines(name, text) : readDocument(name, text);
  const records = table.records.slice(0, MOST_RECORDS);
  const columns = table.columns.map(({ title, path }, at) => ({
    title,
    path,
    values: records.map((row) => row[at] ?? ''),
  }));
  if (columns.length === 0)
    throw new IngestError('file_unreadable', { file: name, problem: 'there is no list of records in it' });
  return { delimiter: ',', rows: table.rows, columns, records: records.length, lists: table.lists };
}
