import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { IngestError } from '../errors/ingest-error.ts';
import { readSource } from './read-source.ts';
import type { FileDefinition } from './definition.ts';

/** A source of one file, whose declaration begins in line 9 of source.yaml. */
function read(file: string, encoding = ''): FileDefinition | string {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-source-'));
  const lines = file
    .trim()
    .split('\n')
    .map((line) => `    ${line}`);
  writeFileSync(
    join(folder, 'source.yaml'),
    `name: one
shop:
  code: one
  title: { en: One, zh: 一 }
  zone: UTC
  currency: EUR
${encoding || '# in UTF-8'}
files: { orders:
${lines.join('\n')}
}
feeds: { orders: { from: orders } }
`
      .replace('files: { orders:', 'files:\n  orders:')
      .replace('\n}\nfeeds', '\nfeeds'),
  );
  writeFileSync(join(folder, 'orders.sql'), 'select file_id, record_no from landing.one__orders');
  try {
    return readSource(folder).files['orders'] ?? 'no file';
  } catch (error) {
    if (error instanceof IngestError) return error.message.replace(/^.*source\.yaml, /, '');
    throw error;
  }
}

it.each([
  ['orders.csv', 'csv', ','],
  ['orders-*.tsv.gz', 'tsv', '\t'],
  ['orders.NDJSON.zst', 'ndjson', ','],
  ['orders.jsonl', 'ndjson', ','],
  ['orders.json.zip', 'json', ','],
  ['报表.xlsx', 'xlsx', ','],
  ['orders.txt', 'csv', ','],
])('the format of %s is %s', (name, format, delimiter) => {
  expect(read(`file: '${name}'\ncolumns: { id: text }`)).toMatchObject({
    format,
    delimiter,
    encoding: 'utf-8',
    missing: [],
  });
});

it('the file’s own word goes before its name and before the source', () => {
  expect(
    read('file: a.json\nformat: ndjson\nencoding: gbk\ncolumns: { 订单号: text }', 'encoding: utf-16le'),
  ).toMatchObject({
    format: 'ndjson',
    encoding: 'gbk',
    columns: { 订单号: { type: 'text' } },
  });
  expect(read('file: a.csv\ncolumns: { id: text }', 'encoding: gb18030')).toMatchObject({ encoding: 'gb18030' });
  expect(read('file: a.csv\nbundled: true\ncolumns: { id: text }', 'encoding: gb18030')).toMatchObject({
    encoding: 'utf-8',
  });
});

it.each([
  [
    'file: a.csv\nrows: x[]\ncolumns: { id: text }',
    'line 11: files.orders.rows: only a JSON file has rows, this one is csv',
  ],
  ['file: a.json\nrows: tickets\ncolumns: { id: text }', 'line 11: files.orders.rows: such as "[]"'],
  [
    'file: a.ndjson\nrows: "[].x[]"\ncolumns: { id: text }',
    'line 11: files.orders.rows: each line is a record already',
  ],
  [
    'file: a.json\ncolumns: { id: { type: text, path: ^.id } }',
    'line 11: files.orders.columns.id.path: there are only 0 lists',
  ],
  [
    'file: a.json\ncolumns: { id: { type: text, path: a..b } }',
    'line 11: files.orders.columns.id.path: keys with dots',
  ],
  [
    'file: a.json\ncolumns: { id: { type: text, header: Id } }',
    'line 11: files.orders.columns.id.header: a json file has keys',
  ],
  [
    'file: a.csv\ncolumns: { id: { type: text, path: id } }',
    'line 11: files.orders.columns.id.path: a csv file has a header',
  ],
  [
    'file: a.csv\ncolumns: { at: { type: date, format: d.m.Q } }',
    'line 11: files.orders.columns.at.format: "Q" stands for nothing',
  ],
  [
    'file: a.csv\ncolumns: { at: { type: date, format: d/m } }',
    'line 11: files.orders.columns.at.format: day, month and year are needed',
  ],
  [
    'file: a.csv\ncolumns: { at: { type: text, format: d/m/Y } }',
    'line 11: files.orders.columns.at.format: a text has no format of dates',
  ],
  ['file: a.csv\ncolumns: { id: money }', 'line 11: files.orders.columns.id.type: one of text, smallint'],
  [
    'file: a.csv\ncolumns: { id: text, b: { type: text, header: id } }',
    'line 11: files.orders.columns.b: "id" is the header of "id" already',
  ],
  [
    'file: a.csv\nignored: [id]\ncolumns: { id: text }',
    'line 11: files.orders.ignored: "id" is declared under columns',
  ],
  ['file: a.csv\nsheet: x\ncolumns: { id: text }', 'line 11: files.orders.sheet: only an xlsx file has sheets'],
  [
    'file: a.xlsx\nencoding: gbk\ncolumns: { id: text }',
    'line 11: files.orders.encoding: an xlsx file has an encoding of its own',
  ],
  ['file: a.json\ndelimiter: ";"\ncolumns: { id: text }', 'line 11: files.orders.delimiter: a json file has none'],
  [
    'file: a.csv\npersonal: { id: hash }\ncolumns: { id: integer }',
    'line 11: files.orders.personal.id: a personal column must be declared',
  ],
  [
    'file: a.csv\ncolumns: { id: text, xmin: text }',
    'line 11: files.orders.columns.xmin: is a name that every landing table uses itself',
  ],
  [
    'file: a.csv\npersonal: { id: encrypt }\ncolumns: { id: text, id_masked: text }',
    'line 12: files.orders.columns.id_masked: is the name of what is shown of id',
  ],
  ['file: a.csv\nencoding: big5\ncolumns: { id: text }', 'line 11: files.orders.encoding: Invalid option'],
])('%j is refused with its line: %s', (file, message) => expect(read(file)).toContain(message));
