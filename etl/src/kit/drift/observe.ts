import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import { contractOf } from '../feeds/contracts.ts';
import type { LandedFile } from '../landing/land-file.ts';
import { quoted } from '../landing/tables.ts';
import type { FileDefinition } from '../source/definition.ts';
import { landingTable, type Source } from '../source/source.ts';
import { isUnmapped, titleOf } from '../splitter/header.ts';
import { seenType, type FileShape } from './shape.ts';

/** Types are told from a sample; values of short lists are read from every row. */
const SAMPLE = 2_000;
const FEWEST_FOR_CODES = 50;
const MOST_CODES = 40;
const LONGEST_CODE = 60;

/** What a landed file looks like. Personal columns are not looked at: here they are sealed, and their values are nobody's business. */
export async function observeShape(
  db: pg.Client,
  source: Source,
  file: LandedFile,
  before: FileShape | null,
): Promise<FileShape> {
  const definition = source.files[file.role];
  if (!definition) throw new Error(`source ${source.name} has no file role ${file.role}`);
  const shape: FileShape = { header: titles(file.header, definition), types: {}, codes: {} };
  const columns = Object.keys(definition.columns).filter((name) => !definition.personal[name]);
  const table = landingTable(source.name, file.role);
  if (file.records === 0 || columns.length === 0) return shape;
  const share = file.records <= SAMPLE ? '' : ` tablesample system (${(100 * SAMPLE) / file.records}) repeatable (1)`;
  const { rows } = await db.query<string[]>({
    text: `select ${columns.map((name) => `coalesce(${quoted(name)}::text, '')`).join(', ')} from ${table}${share} where file_id = $1 limit ${SAMPLE}`,
    values: [file.fileId],
    rowMode: 'array',
  });
  const lists: string[] = [];
  for (const [at, column] of columns.entries()) {
    const values = rows.map((row) => row[at] ?? '').filter((value) => value !== '');
    const type = seenType(values);
    if (type) shape.types[column] = { type, of: values.length };
    const decides = definition.columns[column]?.type === 'text' && decidesBy(source, file.role, column);
    if (decides && (isShortList(values) || before?.codes[column])) lists.push(column);
  }
  shape.codes = await valuesOf(db, table, file.fileId, lists);
  return shape;
}

/** Whether a feed's SQL makes codes of a column's values, or of some of them: only there does a new value go unnoticed. */
function decidesBy(source: Source, role: string, column: string): boolean {
  const name = `"?(?<![\\p{L}\\p{N}_])${column.replaceAll(' ', ' +')}(?![\\p{L}\\p{N}_])"?`;
  const compared = new RegExp(`\\bcase\\s+(\\w+\\.)?${name}|${name}\\s*(=|<>|in\\b|not\\b)`, 'iu');
  return source.feeds.some(({ feed, sql, reads }) => {
    if (!reads.includes(role)) return false;
    const coded = Object.entries(contractOf(feed).columns).flatMap(([field, { codes }]) => (codes ? [field] : []));
    const passedOn =
      coded.includes(column) ||
      (coded.length > 0 && new RegExp(`${name}\\s+as\\s+(${coded.join('|')})\\b`, 'iu').test(sql));
    return compared.test(sql) || passedOn;
  });
}

function titles(header: readonly string[], { columns }: FileDefinition): string[] {
  return header.map((name) => (isUnmapped(name) ? titleOf(name) : (columns[name]?.header ?? name)));
}

function isShortList(values: readonly string[]): boolean {
  if (values.length < FEWEST_FOR_CODES) return false;
  const distinct = new Set(values);
  return distinct.size <= MOST_CODES && [...distinct].every((value) => value.length <= LONGEST_CODE);
}

/** One reading of the table for all columns. A list that turns out to be long is none. */
async function valuesOf(
  db: Queryable,
  table: string,
  fileId: string,
  columns: readonly string[],
): Promise<FileShape['codes']> {
  if (columns.length === 0) return {};
  const names = columns.map(quoted);
  const { rows } = await db.query<{ at: number; value: string }>(
    `select at, value from (
       select case ${names.map((name, at) => `when grouping(${name}) = 0 then ${at}`).join(' ')} end as at, coalesce(${names.join(', ')}) as value
       from ${table} where file_id = $1 group by grouping sets (${names.map((name) => `(${name})`).join(', ')})
     ) found where value is not null order by at, value collate "C"`,
    [fileId],
  );
  const codes: FileShape['codes'] = {};
  for (const { at, value } of rows) (codes[columns[at] ?? ''] ??= []).push(value);
  return Object.fromEntries(
    Object.entries(codes).filter(
      ([, values]) => values.length <= MOST_CODES * 2 && values.every((value) => value.length <= LONGEST_CODE),
    ),
  );
}
