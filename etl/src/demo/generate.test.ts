import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILES } from './files.ts';
import { generateShop, type GeneratedShop } from './generate.ts';
import { readRows, readText } from './written.ts';

let home: string;
let shop: GeneratedShop;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'demo-shop-'));
  shop = await generateShop({ orders: 600, months: 24, seed: 'a', out: join(home, 'a') });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function hashes(dir: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dir).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(dir, name)))
        .digest('hex'),
    ]),
  );
}

describe('generateShop', () => {
  it('writes the same bytes for the same seed, and others for another', async () => {
    await generateShop({ orders: 600, months: 24, seed: 'a', out: join(home, 'again') });
    await generateShop({ orders: 600, months: 24, seed: 'b', out: join(home, 'b') });
    expect(hashes(join(home, 'again'))).toEqual(hashes(shop.out));
    expect(hashes(join(home, 'b'))['orders.csv']).not.toBe(hashes(shop.out)['orders.csv']);
  });

  it('leaves whole files of a fixed time and nothing unfinished', () => {
    expect(readdirSync(shop.out).sort()).toEqual([...FILES.map((name) => `${name}.csv`), 'truth.json'].sort());
    for (const name of FILES)
      expect(statSync(join(shop.out, `${name}.csv`)).mtime.toISOString()).toBe('2026-10-31T16:00:00.000Z');
  });

  it('writes exactly the orders asked for, whatever the number', async () => {
    for (const orders of [1, 2, 37]) {
      const small = await generateShop({ orders, months: 3, seed: 1, out: join(home, `n${orders}`) });
      expect(readRows(small.out, 'orders.csv')).toHaveLength(orders);
      expect(small.truth.orders.total).toBe(orders);
    }
  });

  it('numbers each order, waybill and review once and ties every row to an order', () => {
    const ids = (file: string, ...columns: string[]) =>
      readRows(shop.out, file).map((row) => columns.map((c) => row[c]).join(' '));
    const orders = new Set(ids('orders.csv', 'order_id'));
    for (const [file, ...key] of [
      ['orders.csv', 'order_id'],
      ['items.csv', 'order_id', 'item_no'],
      ['shipments.csv', 'waybill'],
      ['reviews.csv', 'review_id', 'order_id'],
    ] as const) {
      expect(new Set(ids(file, ...key)).size, file).toBe(ids(file, ...key).length);
    }
    for (const file of ['items.csv', 'payments.csv', 'shipments.csv', 'reviews.csv']) {
      expect(
        ids(file, 'order_id').filter((id) => !id.startsWith('2099') && !orders.has(id)),
        file,
      ).toEqual([]);
    }
  });

  it('knows nothing that happened after the last day, and orders on it', () => {
    for (const file of ['orders.csv', 'payments.csv', 'shipments.csv', 'reviews.csv', 'customers.csv']) {
      for (const row of readRows(shop.out, file)) {
        for (const column of [
          'ordered_at',
          'updated_at',
          'paid_at',
          'handed_over_at',
          'delivered_at',
          'answered_at',
          'registered_at',
        ]) {
          if (row.order_id?.startsWith('2099')) continue;
          expect(row[column] ?? '', `${file} ${column}`).not.toMatch(/^(2026-1[12]|202[7-9])/);
        }
      }
    }
    expect(readRows(shop.out, 'orders.csv').some((row) => row.ordered_at?.startsWith('2026-10-31'))).toBe(true);
  });

  it('refuses what it cannot make, saying what it could', async () => {
    await expect(generateShop({ orders: 0, out: home })).rejects.toThrow('orders must be a whole number from 1');
    await expect(generateShop({ orders: 10, months: 99, out: home })).rejects.toThrow(
      'months must be a whole number from 1 to 44',
    );
  });
});

describe('personal data', () => {
  // Large enough for the rarest sentence to be written.
  let large: GeneratedShop;
  beforeAll(async () => {
    large = await generateShop({ orders: 6000, seed: 'names', out: join(home, 'large') });
  });

  it('keeps names, phones and e-mail in the customers file alone', async () => {
    const { GIVEN, SURNAMES } = await import('./people.ts');
    const given = `[${GIVEN.join('')}]`;
    const anyName = new RegExp(`(?:${SURNAMES.join('|')})${given}${given}`);
    for (const name of FILES.filter((file) => file !== 'customers')) {
      const text = readText(large.out, `${name}.csv`);
      expect(anyName.exec(text)?.[0], `${name}.csv`).toBeUndefined();
      expect(text, `${name}.csv`).not.toMatch(/154\d{8}|@example/);
    }
    expect(anyName.test(readText(large.out, 'customers.csv'))).toBe(true);
  });

  it('gives every customer an own phone of eleven digits in the unused range', () => {
    const phones = readRows(large.out, 'customers.csv').map((row) => row.phone ?? '');
    expect(phones.filter((phone) => !/^154\d{8}$/.test(phone))).toEqual([]);
    expect(new Set(phones).size).toBe(phones.length);
  });
});
