import { createHash } from 'node:crypto';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { csv, flatSource, items, nested, nestedSource, orders } from './small-shop.ts';
import { Workshop } from './sources.ts';

const workshop = new Workshop();
let house: TestDatabase;
beforeAll(async () => {
  vi.stubEnv('RAPPORT_SOURCES', workshop.folder);
  house = await emptyHouse();
  workshop.source('flat', flatSource('.csv'));
  workshop.source('nested', nestedSource());
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await house.drop();
});

const shop = {
  'people.csv': csv('people'),
  'orders.csv': csv('orders'),
  'items.csv': csv('items'),
  'reviews.csv': csv('reviews'),
};
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const published = async () =>
  (await house.pool.query('select count(*)::int as n from ops.files')).rows[0] as { n: number };

it('a manifest that announces something else stops the load, with both numbers', async () => {
  const cases: [manifest: string, code: string, says: string][] = [
    [JSON.stringify({ rows: orders.length + 1 }), 'manifest_mismatch', 'records read: 60, announced 61'],
    [
      JSON.stringify({ sha256: sha256('other') }),
      'manifest_mismatch',
      `SHA-256 is ${sha256(shop['orders.csv'])}, announced`,
    ],
    ['{"rows": "many"}', 'manifest_unreadable', 'orders.csv.manifest.json cannot be used: rows'],
    ['{"rows": 60', 'manifest_unreadable', 'orders.csv.manifest.json cannot be used'],
  ];
  for (const [manifest, code, says] of cases) {
    workshop.deliver({ ...shop, 'orders.csv.manifest.json': manifest });
    const error = await workshop.refusal(house.url, 'flat');
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(says)]);
    expect(await published()).toEqual({ n: 0 });
  }
});

it('a manifest that is right is no delivery of its own; the hash is of the delivered bytes, the rows of what is in them', async () => {
  const packed = gzipSync(shop['orders.csv']);
  const { 'orders.csv': _, ...rest } = shop;
  const manifest = JSON.stringify({ rows: orders.length, sha256: sha256(packed).toUpperCase(), made_by: 'shop' });
  workshop.deliver({ ...rest, 'orders.csv.gz': packed, 'orders.csv.gz.manifest.json': manifest });
  expect((await workshop.load(house.url, 'flat')).state).toBe('committed');
  const { rows } = await house.pool.query(
    `select name, bytes::int, sha256, records::int from ops.files where role = 'orders'`,
  );
  expect(rows).toEqual([
    { name: 'orders.csv.gz', bytes: packed.length, sha256: sha256(packed), records: orders.length },
  ]);
});

it('of a file read for several roles, the records of each may be announced', async () => {
  const fresh = await emptyHouse();
  const wrong = { rows: { orders: orders.length, items: items.length + 5 } };
  workshop.deliver({
    'people.csv': csv('people'),
    'shop.json': nested(),
    'shop.json.manifest.json': JSON.stringify(wrong),
  });
  const error = await workshop.refusal(fresh.url, 'nested');
  expect(error.message).toContain(`records read: ${items.length}, announced ${items.length + 5}`);
  workshop.deliver({
    'people.csv': csv('people'),
    'shop.json': nested(),
    'shop.json.manifest.json': JSON.stringify({ rows: orders.length }),
  });
  expect((await workshop.load(fresh.url, 'nested')).state).toBe('committed');
  await fresh.drop();
});

it('files that are not finished by their name are not there', async () => {
  const { 'orders.csv': text, ...rest } = shop;
  for (const name of ['orders.csv.part', 'orders.csv.tmp', '.orders.csv', '~orders.csv', 'orders.csv.filepart']) {
    workshop.deliver({ ...rest, [name]: text });
    const { code, message } = await workshop.refusal(house.url, 'flat');
    expect([name, code]).toEqual([name, 'file_missing']);
    expect(message).toContain(`${name} is not finished`);
  }
});

it('a file that grows while it is looked at is not taken', async () => {
  const fresh = await emptyHouse();
  const folder = workshop.deliver(shop);
  const growing = join(folder, 'orders.csv');
  writeFileSync(growing, shop['orders.csv']);
  const refused = workshop.refusal(fresh.url, 'flat');
  for (let n = 0; n < 8; n++) {
    await sleep(100);
    appendFileSync(growing, `late${n},c1,delivered,2025-01-01 10:00:00\n`);
  }
  expect((await refused).message).toContain('orders.csv changed while it was being read');
  rmSync(growing);
  await fresh.drop();
});
