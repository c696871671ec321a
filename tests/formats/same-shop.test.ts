import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { differences, dump } from '../faults/dump.ts';
import { emptyHouse } from '../faults/loads.ts';
import { gb18030, utf16be, utf16le, zip } from './encode.ts';
import { cells, csv, flatSource, ndjson, nested, nestedSource, orders, reviews, type TableName } from './small-shop.ts';
import { workbook } from './workbook.ts';
import { Workshop, type TestSource } from './sources.ts';

const workshop = new Workshop();
const names: TableName[] = ['people', 'orders', 'items', 'reviews'];

beforeAll(() => vi.stubEnv('RAPPORT_SOURCES', workshop.folder));
afterAll(() => vi.unstubAllEnvs());

const each = (ending: string, make: (name: TableName) => string | Buffer) =>
  Object.fromEntries(names.map((name) => [`${name}${ending}`, make(name)]));

/** Sealed values differ from house to house, and so do hashes that cover them. */
async function loaded(source: string, deliver: Record<string, string | Buffer>): Promise<Record<string, string[]>> {
  const house = await emptyHouse();
  try {
    workshop.deliver(deliver);
    const report = await workshop.load(house.url, source);
    expect([report.state, report.notes, report.refused]).toEqual(['committed', [], []]);
    expect((await workshop.load(house.url, source)).state).toBe('unchanged');
    return await dump(house.pool, ['file_id', 'file_time', 'row_hash']);
  } finally {
    await house.drop();
  }
}

let plain: Record<string, string[]>;
beforeAll(async () => {
  workshop.source('plain', flatSource('.csv'));
  plain = await loaded('plain', each('.csv', csv));
});

it('plain CSV has every order and review', () => {
  expect(plain['core.orders']).toHaveLength(orders.length);
  expect(plain['core.reviews']).toHaveLength(reviews.length);
});

const variants: [name: string, source: TestSource, files: Record<string, string | Buffer>][] = [
  [
    'csv with CRLF and a mark',
    flatSource('.csv'),
    each('.csv', (name) => `\uFEFF${csv(name).replaceAll('\n', '\r\n')}`),
  ],
  ['csv.gz', flatSource('.csv'), each('.csv.gz', (name) => gzipSync(csv(name)))],
  ['csv in gz of two members', flatSource('.csv'), each('.csv.gz', (name) => inTwo(csv(name), gzipSync))],
  ['csv.zst', flatSource('.csv'), each('.csv.zst', (name) => zstdCompressSync(csv(name)))],
  ['csv in zst of two frames', flatSource('.csv'), each('.csv.zst', (name) => inTwo(csv(name), zstdCompressSync))],
  ['csv in zip', flatSource('.zip'), each('.zip', (name) => zip({ [`${name}.csv`]: Buffer.from(csv(name)) }))],
  ['gzip under a plain name', flatSource('.csv'), each('.csv', (name) => gzipSync(csv(name)))],
  ['tsv', flatSource('.tsv'), each('.tsv', (name) => csv(name, '\t'))],
  ['ndjson', flatSource('.ndjson'), each('.ndjson', ndjson)],
  ['ndjson.gz', flatSource('.ndjson'), each('.ndjson.gz', (name) => gzipSync(ndjson(name)))],
  ['gb18030', flatSource('.csv', 'gb18030'), each('.csv', (name) => gb18030(csv(name)))],
  ['gbk, packed', flatSource('.csv', 'gbk'), each('.csv.gz', (name) => gzipSync(gb18030(csv(name))))],
  ['utf-16 by its mark', flatSource('.csv'), each('.csv', (name) => utf16le(csv(name)))],
  ['utf-16be by its mark', flatSource('.csv', 'gb18030'), each('.csv', (name) => utf16be(csv(name)))],
  ['utf-16le without a mark', flatSource('.csv', 'utf-16le'), each('.csv', (name) => utf16le(csv(name)).subarray(2))],
  ['xlsx', flatSource('.xlsx'), each('.xlsx', (name) => workbook({ [name]: cells(name) }))],
  ['nested JSON', nestedSource(), { 'people.csv': csv('people'), 'shop.json': nested() }],
  ['nested JSON, packed', nestedSource(), { 'people.csv': csv('people'), 'shop.json.zst': zstdCompressSync(nested()) }],
];

function inTwo(text: string, pack: (bytes: Buffer) => Buffer): Buffer {
  const bytes = Buffer.from(text);
  const middle = Math.floor(bytes.length / 2);
  return Buffer.concat([pack(bytes.subarray(0, middle)), pack(bytes.subarray(middle))]);
}

it.each(variants)('%s: the shop is the same as from plain CSV, to the byte', async (name, source, files) => {
  const at = workshop.source(`v${variants.findIndex(([one]) => one === name)}`, source);
  const normal = (tables: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(tables).map(([table, lines]) => [table, lines.map(withCrLfAsLf)]));
  expect(differences(plain, normal(await loaded(at, files)))).toEqual({});
});

const withCrLfAsLf = (line: string) => line.replaceAll('\\r\\n', '\\n');
