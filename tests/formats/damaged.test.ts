import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { differences, dump } from '../faults/dump.ts';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { gb18030, utf16le, zip } from './encode.ts';
import { csv, flatSource } from './small-shop.ts';
import { Workshop } from './sources.ts';

const workshop = new Workshop();
let house: TestDatabase;

beforeAll(async () => {
  vi.stubEnv('RAPPORT_SOURCES', workshop.folder);
  house = await emptyHouse();
  workshop.source('flat', flatSource('.csv'));
  workshop.source('chinese', flatSource('.csv', 'gb18030'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await house.drop();
});

const shop = (orders: Buffer | string, name = 'orders.csv') => ({
  'people.csv': csv('people'),
  [name]: orders,
  'items.csv': csv('items'),
  'reviews.csv': csv('reviews'),
});
const orders = Buffer.from(csv('orders'));
const packed = gzipSync(orders);
const frames = zstdCompressSync(orders);
const archive = zip({ 'orders.csv': orders });

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}

const broken: [name: string, content: Buffer, code: string, says: string][] = [
  ['a gz cut in the middle', packed.subarray(0, packed.length / 2), 'archive_damaged', 'unexpected end of file'],
  ['a gz cut in its last byte', packed.subarray(0, -1), 'archive_damaged', 'unexpected end of file'],
  ['a gz with a wrong checksum', changed(packed, packed.length - 6), 'archive_damaged', 'incorrect data check'],
  [
    'a gz with something behind it',
    Buffer.concat([packed, Buffer.from('<html>')]),
    'archive_damaged',
    'incorrect header',
  ],
  [
    'a gz whose second member is cut',
    Buffer.concat([packed, packed.subarray(0, 40)]),
    'archive_damaged',
    'unexpected end',
  ],
  ['a zst that is cut', frames.subarray(0, -9), 'archive_damaged', 'unexpected end of file'],
  [
    'a zst whose second frame is cut',
    Buffer.concat([frames, frames.subarray(0, 30)]),
    'archive_damaged',
    'unexpected end',
  ],
  ['a zst with something behind it', Buffer.concat([frames, Buffer.from('trailing')]), 'archive_damaged', ''],
  ['a zip that is cut', archive.subarray(0, -30), 'archive_damaged', 'central directory'],
  ['a zip whose content is damaged', changed(archive, 90), 'archive_damaged', ''],
  ['a zip with a password', zip({ 'orders.csv': orders }, 0x801), 'archive_encrypted', 'protected by a password'],
  [
    'a zip of two files',
    zip({ 'a.csv': orders, 'b.csv': orders }),
    'archive_members',
    'holds 2 files ("a.csv", "b.csv")',
  ],
  ['an empty zip', zip({}), 'archive_members', 'holds 0 files'],
  ['a gz of nothing', gzipSync(''), 'file_empty', 'is empty'],
];

it.each(broken)('%s is named, and nothing of the delivery is loaded', async (_name, content, code, says) => {
  const before = await dump(house.pool);
  workshop.deliver(shop(content));
  const error = await workshop.refusal(house.url, 'flat');
  expect([error.code, error.message]).toEqual([code, expect.stringContaining('orders.csv')]);
  expect(error.message).toContain(says);
  expect(differences(before, await dump(house.pool))).toEqual({});
  const { rows } = await house.pool.query(`select count(*)::int as n from ops.files`);
  expect(rows).toEqual([{ n: 0 }]);
});

/** What waits in quarantine after a load of the given orders. */
async function refusedOf(source: string, bytes: Buffer, name = 'orders.csv'): Promise<Record<string, unknown>[]> {
  const fresh = await emptyHouse();
  try {
    workshop.deliver({ ...shop(bytes, name), ...(source === 'chinese' ? chineseRest() : {}) });
    const report = await workshop.load(fresh.url, source);
    const counts = report.feeds.find(({ feed }) => feed === 'orders');
    expect(counts?.read).toBe((counts?.inserted ?? 0) + (counts?.quarantined ?? 0));
    const { rows } = await fresh.pool.query(
      'select reason, field, record_no, line_no, byte_offset, raw from ops.quarantine order by record_no',
    );
    return rows as Record<string, unknown>[];
  } finally {
    await fresh.drop();
  }
}

const chineseRest = () => ({
  'people.csv': gb18030(csv('people')),
  'items.csv': gb18030(csv('items')),
  'reviews.csv': gb18030(csv('reviews')),
});

it('bytes that are no GB18030 cost their record alone, and quarantine has them as they came', async () => {
  const lines = csv('orders').split('\n');
  const bytes = Buffer.concat([
    gb18030(lines.slice(0, 3).join('\n')),
    Buffer.from('\nbad1,北京', 'utf8').subarray(0, -1), // UTF-8 in a GB18030 file, cut within a character
    Buffer.from('\nbad2,'),
    Buffer.from([0xd6, 0xd0, 0xff, 0xc1, 0x0a]), // 中, a byte that is none, half a character
    gb18030(lines.slice(3).join('\n')),
  ]);
  const found = await refusedOf('chinese', bytes);
  expect(found).toMatchObject([
    { record_no: 3, line_no: 4, reason: 'bad_encoding' },
    { record_no: 4, line_no: 5, reason: 'bad_encoding' },
  ]);
  expect(found[1]?.['raw']).toEqual(Buffer.concat([Buffer.from('bad2,中'), Buffer.from([0xff, 0xc1])]));
});

it('half a surrogate pair costs its record alone', async () => {
  const text = csv('orders').replace('\no1,', '\no\u{d800}1,');
  const [found, ...others] = await refusedOf('flat', utf16le(text));
  expect(others).toEqual([]);
  expect(found).toMatchObject({ record_no: 2, line_no: 3, reason: 'bad_encoding' });
});

it('a byte Windows 1252 does not define costs its record alone', async () => {
  workshop.source('west', {
    ...flatSource('.csv'),
    files: {
      ...flatSource('.csv').files,
      orders: { ...(flatSource('.csv').files['orders'] as object), encoding: 'latin1' },
    },
  });
  const text = csv('orders').replace('\no1,', '\n\u0081,').replace('delivered', 'd\u00e9livr\u00e9');
  const found = await refusedOf('west', Buffer.from(text, 'latin1'));
  expect(found).toMatchObject([{ record_no: 2, reason: 'bad_encoding', raw: expect.any(Buffer) as Buffer }]);
});

it.each([
  ['plain', (bytes: Buffer) => bytes, 'flat'],
  ['packed', (bytes: Buffer) => gzipSync(bytes), 'flat'],
  ['in another encoding', (bytes: Buffer) => gb18030(bytes.toString()), 'chinese'],
] as const)(
  'a misfit deep in a file that is %s is found again with its bytes, line and offset',
  async (_name, pack, source) => {
    const [head, ...rows] = csv('orders').trimEnd().split('\n');
    const many = Array.from({ length: 12_000 }, (_, n) => `x${n},c1,delivered,2025-03-01 10:00:00`);
    const bad = [700, 701, 6_000, 11_999];
    for (const n of bad) many[n] = `x${n},c1,delivered,2025-02-30 10:00:${n === 700 ? '北京' : '00'}`;
    const text = `${[head, ...rows, '', ...many].join('\n')}\n`;
    const found = await refusedOf(source, pack(Buffer.from(text)));
    expect(found).toEqual(
      bad
        .map((n) => ({
          reason: 'invalid_date',
          field: 'ordered',
          record_no: String(rows.length + 1 + n),
          line_no: String(rows.length + 3 + n),
          byte_offset: String(Buffer.byteLength(text.slice(0, text.indexOf(`x${n},`)))),
          raw: Buffer.from(many[n] ?? ''),
        }))
        .map((row) => ({
          ...row,
          record_no: Number(row.record_no),
          line_no: Number(row.line_no),
          byte_offset: Number(row.byte_offset),
        })),
    );
  },
);

it('a gz that unpacks to a thousand times its size costs one record, not the memory', async () => {
  const bomb = Buffer.concat([
    Buffer.from(`${csv('orders')}bomb,c1,`),
    Buffer.alloc(300_000_000, 'x'),
    Buffer.from('\nlast,c1,delivered,2025-03-01 10:00:00\n'),
  ]);
  const packedBomb = gzipSync(bomb, { level: 9 });
  expect(bomb.length / packedBomb.length).toBeGreaterThan(900);
  const found = await refusedOf('flat', packedBomb);
  expect(found).toMatchObject([{ reason: 'record_too_long', record_no: 61, line_no: 62 }]);
  expect(found[0]).toHaveProperty('raw.length', 64 * 1024);
});
